package cash.tuppence.ledger;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code transfers}, with the owners of its two accounts. Nullable columns come out as {@link Optional}s. */
public record TransferRow(
        long id,
        byte[] nonce,
        Kind kind,
        TransferState state,
        String asset,
        long amountUnits,
        long amountPostedUnits,
        long debitAccountId,
        long debitOwnerId,
        Long creditAccountIdOrNull,
        Long creditOwnerIdOrNull,
        long actorId,
        String message,
        Visibility visibility,
        String metadataOrNull,
        String reason,
        Instant createdAt,
        Instant expiresAtOrNull,
        Instant finishedAtOrNull) {

    public static final String PREFIX = "tr_";

    public PublicId publicId() {
        return new PublicId(PREFIX, id, nonce);
    }

    public Money amount() {
        return Money.ofUnits(amountUnits, Asset.of(asset));
    }

    /** What moved in the end; zero until then. */
    public Money amountPosted() {
        return Money.ofUnits(amountPostedUnits, Asset.of(asset));
    }

    public Optional<Long> creditAccountId() {
        return Optional.ofNullable(creditAccountIdOrNull);
    }

    public Optional<Long> creditOwnerId() {
        return Optional.ofNullable(creditOwnerIdOrNull);
    }

    public Optional<String> metadata() {
        return Optional.ofNullable(metadataOrNull);
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAtOrNull);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAtOrNull);
    }
}
