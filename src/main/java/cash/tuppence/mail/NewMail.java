package cash.tuppence.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that becomes due if the transaction commits in which it is written.
 *
 * @param to one address
 * @param template the name of {@code mail/NAME.txt} and {@code mail/NAME.html}
 * @param memberId whom it is about; 0 where they are no member
 * @param words what the templates say: text of one line, money, times, numbers, lists. They may hold secrets, such as a link that is
 *     good once: what is kept is encrypted, and gone once it was sent
 * @param until when it is worth nothing any more, such as the end of a link; three days where that is sooner
 */
public record NewMail(String to, String template, long memberId, Map<String, Object> words, Optional<Instant> until) {
    public static NewMail to(String address, String template) {
        return new NewMail(address, template, 0, Map.of(), Optional.empty());
    }

    public NewMail about(long member) {
        return new NewMail(to, template, member, words, until);
    }

    public NewMail with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(words);
        more.put(name, value);
        return new NewMail(to, template, memberId, more, until);
    }

    public NewMail until(Instant end) {
        return new NewMail(to, template, memberId, words, Optional.of(end));
    }
}
