package cash.tuppence.wallet;

import cash.tuppence.member.api.Revocations;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who was found by what, remembered until anything that nodes remember is changed anywhere, and no longer than told. */
final class Names<K> {
    private static final int MOST = 100_000;

    private final Cache<K, Known> known;
    private final Revocations changes;

    /**
     * @param revision from before it was looked for: a change that the look may have missed has a greater one
     */
    private record Known(long revision, Party party) {}

    Names(Revocations changes, Function<K, Duration> longest) {
        this.changes = changes;
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.writing((K key, Known value) -> longest.apply(key)))
                .build();
    }

    Optional<Party> find(K key, Function<K, Optional<Party>> look) {
        long revision = changes.revision();
        Known remembered = known.getIfPresent(key);
        if (remembered != null && remembered.revision() == revision) {
            return Optional.of(remembered.party());
        }
        Optional<Party> found = look.apply(key);
        found.ifPresent(party -> known.put(key, new Known(revision, party)));
        return found;
    }

    /**
     * Those of them that can be found.
     *
     * @param look finds many with one question
     */
    Map<K, Party> findAll(Set<K> keys, Function<Set<K>, Map<K, Party>> look) {
        long revision = changes.revision();
        Map<K, Party> found = new HashMap<>();
        known.getAllPresent(keys).forEach((key, remembered) -> {
            if (remembered.revision() == revision) {
                found.put(key, remembered.party());
            }
        });
        Set<K> unknown = new HashSet<>(keys);
        unknown.removeAll(found.keySet());
        Map<K, Party> looked = look.apply(unknown);
        looked.forEach((key, party) -> known.put(key, new Known(revision, party)));
        found.putAll(looked);
        return found;
    }
}
