package cash.tuppence.business.keys;

import cash.tuppence.member.api.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a secret key may be used for. Every key may read. */
public enum KeyPermission {
    READ("read", Set.of(Scope.CHECKOUTS, Scope.WALLET_READ, Scope.PROFILE_READ), ""),
    CHECKOUTS_WRITE("checkouts:write", Set.of(Scope.CHECKOUTS_WRITE), ""),
    REFUNDS_WRITE("refunds:write", Set.of(Scope.REFUNDS_WRITE), "refunds"),
    BUTTONS_WRITE("buttons:write", Set.of(Scope.BUTTONS_WRITE), ""),
    WEBHOOKS_WRITE("webhooks:write", Set.of(Scope.WEBHOOKS_WRITE), ""),
    TRANSFERS_WRITE("transfers:write", Set.of(Scope.TRANSFERS_WRITE), "send");

    /** What a shop's program usually needs: all but sending cash away. */
    static final Set<KeyPermission> USUAL = EnumSet.complementOf(EnumSet.of(TRANSFERS_WRITE));

    private final String text;
    private final Set<Scope> scopes;
    private final String area;

    /**
     * @param area of a business's pages that whoever gives this must be able to change themselves, since cash leaves the
     *     wallet by it; empty where none does
     */
    KeyPermission(String text, Set<Scope> scopes, String area) {
        this.text = text;
        this.scopes = scopes;
        this.area = area;
    }

    /** As it stands in the table, in forms and in the guide. */
    public String text() {
        return text;
    }

    Set<Scope> scopes() {
        return scopes;
    }

    /** Whether whoever may change those areas of a business may give this to a live key. */
    public boolean mayBeGivenBy(Predicate<String> mayWrite) {
        return area.isEmpty() || mayWrite.test(area);
    }

    /** The one of that text. */
    public static Optional<KeyPermission> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    public static String join(Collection<KeyPermission> permissions) {
        return permissions.stream()
                .sorted(Comparator.naturalOrder())
                .map(KeyPermission::text)
                .collect(Collectors.joining(" "));
    }

    /** What those words name, separated by spaces; words that name nothing any more are left out. */
    public static Set<KeyPermission> parse(String texts) {
        Set<String> words = Set.of(texts.split(" "));
        Set<KeyPermission> found = EnumSet.of(READ);
        Arrays.stream(values()).filter(one -> words.contains(one.text)).forEach(found::add);
        return found;
    }
}
