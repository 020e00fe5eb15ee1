package cash.tuppence.torture;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.PublicId;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Posting;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.testing.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing asked of a ledger node, which fits on a line, so that it can be asked of another process.
 *
 * @param transfer the transfer to be, or the hold to be ended
 * @param ticket what is to be bought with it, or 0
 */
record Order(OperationId operation, Verb verb, PublicId transfer, long from, long to, long units, long ticket) {
    /** Far away: time is no part of this trial. */
    private static final Instant EXPIRES_AT = Instant.parse("2100-01-01T00:00:00Z");

    private static final int PARTS = 7;

    enum Verb {
        SEND,
        HOLD,
        POST,
        RELEASE
    }

    /** The same order as somebody makes it who lost the first one's transfer id. */
    Order withTransfer(PublicId another) {
        return new Order(operation, verb, another, from, to, units, ticket);
    }

    /** Another order under the same operation id, as only a defect of its sender can make it. */
    Order withUnits(long others) {
        return new Order(operation, verb, transfer, from, to, others, ticket);
    }

    /** Whether it makes a transfer, and does not end one. */
    boolean starts() {
        return verb == Verb.SEND || verb == Verb.HOLD;
    }

    Posting posting() {
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(new Receipts.Receipt(operation));
        if (ticket != 0) {
            attachments.add(new Tickets.Ticket(ticket));
        }
        return new Posting(operation, movement(), attachments);
    }

    private Movement movement() {
        Money amount = Money.ofUnits(units, Asset.USD);
        return switch (verb) {
            case SEND ->
                new Movement.Transfer(
                        transfer, ticket == 0 ? Kind.SEND : Kind.PAYMENT, from, to, amount, Details.bySystem("penny"));
            case HOLD ->
                new Movement.Hold(
                        transfer, Kind.GIFT, from, OptionalLong.of(to), amount, EXPIRES_AT, Details.bySystem("gift"));
            case POST -> new Movement.Post(transfer.key(), from, to, Optional.of(amount), 0);
            case RELEASE -> new Movement.Release(transfer.key(), from, TransferState.VOIDED, "", 0);
        };
    }

    String line() {
        return String.join(
                " ",
                HexFormat.of().formatHex(operation.bytes()),
                verb.name(),
                transfer.text(),
                Long.toString(from),
                Long.toString(to),
                Long.toString(units),
                Long.toString(ticket));
    }

    static Order read(String line) {
        String[] parts = line.split(" ", PARTS);
        return new Order(
                OperationId.ofBytes(HexFormat.of().parseHex(parts[0])),
                Verb.valueOf(parts[1]),
                PublicId.parse(TransferRow.PREFIX, parts[2]).orElseThrow(),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]),
                Long.parseLong(parts[6]));
    }
}
