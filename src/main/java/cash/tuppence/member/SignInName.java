package cash.tuppence.member;

/** What somebody types to say who they are: an e-mail address, or a handle with its {@code @} before it. */
public final class SignInName {
    private SignInName() {}

    /** As it is compared and counted; empty text where it can be neither, however long it is. */
    public static String of(String typed) {
        String name = typed.strip();
        return name.startsWith("@")
                ? Handles.find(name.substring(1)).map(handle -> "@" + handle).orElse("")
                : Emails.find(name).orElse("");
    }
}
