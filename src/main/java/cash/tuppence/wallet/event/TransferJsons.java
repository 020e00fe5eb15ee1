package cash.tuppence.wallet.event;

import static cash.tuppence.wallet.event.TransferJson.text;

import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Sides;
import cash.tuppence.web.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes {@link TransferJson}s: of what is stored, and of what a posting is about to make true. */
public final class TransferJsons {
    private static final long FIRST = 1;

    private final Parties parties;
    private final Json json;

    /** Its event and the answer to the call tell the same of a transfer, one right after the other. */
    private volatile Written last = new Written(Optional.empty(), "");

    private record Written(Optional<Draft> draft, String text) {}

    public TransferJsons(Parties parties, Json json) {
        this.parties = parties;
        this.json = json;
    }

    /** Looks up together whose names these transfers tell. */
    public void prepare(Collection<TransferRow> transfers) {
        parties.prepare(transfers);
    }

    /** As it stands. */
    public TransferJson of(TransferRow transfer) {
        return of(transfer, parties.sides(transfer), transfer.state(), transfer.amountPosted());
    }

    /** As it stands once the posting that starts it is accepted, written. */
    public String startedText(Sides sides, Draft draft) {
        return written(draft, () -> started(sides, draft));
    }

    /** As it stands once the posting that ends it is accepted, written. */
    public String endedText(TransferRow before, Sides sides, Draft draft) {
        return written(draft, () -> ended(before, sides, draft));
    }

    private String written(Draft draft, Supplier<TransferJson> transfer) {
        Written known = last;
        if (known.draft().filter(one -> one == draft).isPresent()) {
            return known.text();
        }
        String text = write(transfer.get());
        last = new Written(Optional.of(draft), text);
        return text;
    }

    /** As it stands once the posting that starts it is accepted. */
    private TransferJson started(Sides sides, Draft draft) {
        if (draft.posting().movement() instanceof Movement.Transfer transfer) {
            return started(
                    sides, draft, transfer.id(), transfer.kind(), transfer.details(), draft.amount(), Optional.empty());
        }
        Movement.Hold hold = (Movement.Hold) draft.posting().movement();
        Money nothing = Money.zero(draft.amount().asset());
        return started(sides, draft, hold.id(), hold.kind(), hold.details(), nothing, Optional.of(hold.expiresAt()));
    }

    /** As it stands once the posting that ends it is accepted: another state, and what moved. */
    private TransferJson ended(TransferRow before, Sides sides, Draft draft) {
        boolean isPosted = draft.becomes() == TransferState.POSTED;
        Money moved = isPosted ? draft.amount() : Money.zero(draft.amount().asset());
        return of(before, sides, draft.becomes(), moved);
    }

    public String write(TransferJson transfer) {
        return json.write(transfer);
    }

    private TransferJson started(
            Sides sides,
            Draft draft,
            PublicId id,
            Kind kind,
            Details details,
            Money posted,
            Optional<Instant> expiresAt) {
        return new TransferJson(
                id.text(),
                text(draft.becomes()),
                text(kind),
                sides.sender().address(),
                sides.recipient().address(),
                actedBy(sides),
                draft.amount(),
                posted,
                details.message(),
                metadata(details.metadata()),
                draft.at(),
                expiresAt.orElse(null),
                FIRST);
    }

    private TransferJson of(TransferRow row, Sides sides, TransferState state, Money posted) {
        boolean wasReserved = row.expiresAt().isPresent();
        return new TransferJson(
                row.publicId().text(),
                text(state),
                text(row.kind()),
                sides.sender().address(),
                sides.recipient().address(),
                actedBy(sides),
                row.amount(),
                posted,
                row.message(),
                metadata(row.metadata()),
                row.createdAt(),
                row.expiresAt().orElse(null),
                wasReserved && !state.isOpen() ? FIRST + 1 : FIRST);
    }

    private static String actedBy(Sides sides) {
        return sides.actor().map(Party::address).orElse(null);
    }

    private JsonNode metadata(Optional<String> stored) {
        return stored.map(json.mapper()::readTree).orElseGet(json.mapper()::createObjectNode);
    }
}
