package cash.tuppence.journeys.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that walks through pages. Each {@link Browser} parameter is a person with their own cookies, and has every page
 * looked at on both screens.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(JourneyExtension.class)
public @interface Journey {
    /** Where the hand does what it does; once on each. */
    Screen[] on() default Screen.PHONE;

    /** Whether the pages' own JavaScript runs. */
    boolean script() default true;
}
