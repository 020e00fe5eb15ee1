package cash.tuppence.journeys.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that walks through pages. Each {@link Browser} parameter is a person with their own cookies, and has every page
 * looked at on both screens.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(Browsers.class)
public @interface Journey {
    /** Where the hand does what it does. */
    Screen on() default Screen.PHONE;

    /** Whether the pages' own JavaScript runs. */
    boolean script() default true;

    /** Whether the person prefers dark pages. */
    boolean dark() default false;
}
