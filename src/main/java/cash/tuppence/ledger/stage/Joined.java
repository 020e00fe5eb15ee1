package cash.tuppence.ledger.stage;

import cash.tuppence.core.Reason;
import cash.tuppence.db.SqlText;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.Draft;
import cash.tuppence.ledger.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One kind of companion at work on one batch: hands each posting's attachments of its kind to its round. */
final class Joined<A extends Attachment> {
    private final Class<A> type;
    private final Companion.Round<A> round;

    private Joined(Companion<A> companion, List<A> attachments) {
        type = companion.attachment();
        round = companion.begin(attachments);
    }

    /** Joins the companion to the batch, or does not where no posting carries anything for it. */
    static <A extends Attachment> Optional<Joined<A>> to(Companion<A> companion, List<Posting> postings) {
        List<A> attachments = postings.stream()
                .flatMap(posting -> attachments(posting, companion.attachment()))
                .toList();
        return attachments.isEmpty() ? Optional.empty() : Optional.of(new Joined<>(companion, attachments));
    }

    Optional<SqlText> lock() {
        return round.lock();
    }

    void read(ResultSet rows) throws SQLException {
        round.read(rows);
    }

    Optional<Reason> decide(Draft draft) {
        return attachments(draft.posting(), type)
                .map(attachment -> round.decide(attachment, draft))
                .flatMap(Optional::stream)
                .findFirst();
    }

    void take(Draft draft) {
        attachments(draft.posting(), type).forEach(attachment -> round.take(attachment, draft));
    }

    void refuse(Posting posting, Denial denial) {
        attachments(posting, type).forEach(attachment -> round.refuse(attachment, denial));
    }

    Optional<SqlText> write() {
        return round.write();
    }

    private static <A extends Attachment> Stream<A> attachments(Posting posting, Class<A> type) {
        return posting.attachments().stream().filter(type::isInstance).map(type::cast);
    }
}
