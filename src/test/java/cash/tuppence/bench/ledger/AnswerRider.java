package cash.tuppence.bench.ledger;

import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Tokens;
import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.Denial;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Party;
import cash.tuppence.wallet.Sides;
import cash.tuppence.wallet.event.TransferJsons;
import cash.tuppence.wallet.idempotency.AnswerCompanion;
import cash.tuppence.wallet.idempotency.Answering;
import cash.tuppence.wallet.idempotency.CallKey;
import cash.tuppence.wallet.invitation.ClaimTokens;
import cash.tuppence.wallet.invitation.Invitations;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Json;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The product's idempotency companion: the answer to the call is written, and kept beside the transfer. */
public final class AnswerRider implements Riders.Kind {
    private static final byte[] BODY_HASH = Tokens.sha256("a body");
    private static final Sides SIDES = new Sides(
            new Party(1, "A payer", "payer"),
            new Party(2, "A friend", "friend"),
            Optional.of(new Party(1, "A payer", "payer")));

    private final TransferJsons jsons;

    public AnswerRider(BenchLedger bench) {
        jsons = jsons(bench);
    }

    static TransferJsons jsons(BenchLedger bench) {
        InstantSource clock = InstantSource.system();
        return new TransferJsons(
                new Parties(
                        new AddressBook(
                                new Profiles(bench.transactions),
                                new Members(bench.transactions, bench.keys, clock),
                                new Revocations(bench.transactions)),
                        new Invitations(bench.transactions, new ClaimTokens(new SecretBox(new byte[32])))),
                new Json());
    }

    @Override
    public List<Companion<?>> companions() {
        return List.of(new AnswerCompanion(InstantSource.system()));
    }

    @Override
    public List<Attachment> attachments(OperationId operation) {
        CallKey key = new CallKey(Tokens.sha256(HexFormat.of().formatHex(operation.bytes())), BODY_HASH, operation);
        return List.of(new Answering(
                Optional.of(key),
                draft -> new Answer(201, jsons.startedText(SIDES, draft), false),
                AnswerRider::refused));
    }

    private static Answer refused(Denial denial) {
        return new Answer(denial.reason().status(), "{}", false);
    }
}
