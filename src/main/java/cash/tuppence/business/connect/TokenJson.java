package cash.tuppence.business.connect;

import cash.tuppence.business.keys.KeyPermission;
import java.util.List;

/**
 * A key, told this once.
 *
 * @param business whose it is, as {@code @handle}
 */
record TokenJson(String key, boolean livemode, List<String> permissions, String business) {
    static TokenJson of(Connections.Made made, String handle) {
        List<String> permissions =
                made.code().granted().stream().sorted().map(KeyPermission::text).toList();
        return new TokenJson(made.text(), made.code().livemode(), permissions, "@" + handle);
    }
}
