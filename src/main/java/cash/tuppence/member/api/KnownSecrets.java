package cash.tuppence.member.api;

import cash.tuppence.db.Tokens;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * What bearer secrets speak for, remembered until something is revoked anywhere. Secrets themselves are not: only their
 * hashes.
 */
public final class KnownSecrets<T> {
    private static final int MOST = 100_000;

    private final Cache<ByteBuffer, Entry<T>> entries =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Revocations revocations;

    /**
     * @param revision from before it was read: a revocation that the reading may have missed has a greater one
     */
    private record Entry<T>(long revision, T found) {}

    public KnownSecrets(Revocations revocations) {
        this.revocations = revocations;
    }

    /**
     * What the secret speaks for.
     *
     * @param read looks for it by its hash, where it is not remembered
     */
    public Optional<T> find(String secret, Function<byte[], Optional<T>> read) {
        byte[] hash = Tokens.sha256(secret);
        ByteBuffer key = ByteBuffer.wrap(hash);
        long revision = revocations.revision();
        Entry<T> entry = entries.getIfPresent(key);
        if (entry != null && entry.revision() == revision) {
            return Optional.of(entry.found());
        }
        Optional<T> found = read.apply(hash);
        found.ifPresentOrElse(known -> entries.put(key, new Entry<>(revision, known)), () -> entries.invalidate(key));
        return found;
    }
}
