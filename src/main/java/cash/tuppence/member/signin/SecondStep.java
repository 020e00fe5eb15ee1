package cash.tuppence.member.signin;

import cash.tuppence.member.Viewer;
import cash.tuppence.web.page.Page;
import java.util.Optional;

/** What signing in may ask for after the right password. */
public interface SecondStep {
    /**
     * Where that is asked for, a path of ours; then the browser is told who is half signed in. Empty where the password
     * was enough.
     *
     * @param remember whether they want to stay signed in on this device
     */
    Optional<String> after(Page page, Viewer member, boolean remember);
}
