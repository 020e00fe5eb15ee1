package cash.tuppence.member.prove;

import cash.tuppence.member.passkey.Assertion;
import cash.tuppence.web.page.Form;

/** Reads from a form what the script of a page put into its hidden fields. */
final class Assertions {
    private Assertions() {}

    static Assertion read(Form form) {
        return new Assertion(
                form.raw("credential"),
                form.raw("client_data"),
                form.raw("authenticator_data"),
                form.raw("signature"),
                form.raw("user_handle"));
    }
}
