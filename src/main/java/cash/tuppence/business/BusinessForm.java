package cash.tuppence.business;

import cash.tuppence.member.Emails;
import cash.tuppence.web.page.Form;

/** What a business says of itself, read from a form. A fault is noted beside its field. */
public final class BusinessForm {
    private static final int MOST_NAME = 80;
    private static final int MOST_ABOUT = 280;
    private static final int MOST_ADDRESS = 300;

    private BusinessForm() {}

    public static String name(Form form) {
        return form.line("name", MOST_NAME);
    }

    public static String about(Form form) {
        return form.optionalLine("about", MOST_ABOUT);
    }

    /** Several lines; may be empty. */
    public static String address(Form form) {
        return form.text("address", MOST_ADDRESS);
    }

    /** May be empty. */
    public static String contactEmail(Form form) {
        return form.raw("contact_email").isBlank()
                ? ""
                : form.read("contact_email", Emails::parse).orElse("");
    }
}
