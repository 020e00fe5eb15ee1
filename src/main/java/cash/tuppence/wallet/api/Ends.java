package cash.tuppence.wallet.api;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Movement;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.Words;
import cash.tuppence.web.Faults;
import cash.tuppence.web.PlainText;
import java.util.Optional;

/** The ways in which its sender ends a hold. */
public enum Ends {
    /** The recipient gets it, or a part of it; the rest is released. */
    POST {
        @Override
        Movement movement(TransferRow hold, EndRequest request, Caller caller) {
            long credit = hold.creditAccountId().orElseThrow(() -> new Refusal(Reason.HOLD_NOT_OPEN));
            Optional<Money> amount = Optional.ofNullable(request.amount()).map(sent -> amount(sent, hold, caller));
            return new Movement.Post(hold.id(), hold.debitAccountId(), credit, amount, caller.memberId());
        }
    },
    /** Nobody gets it. */
    VOID {
        @Override
        Movement movement(TransferRow hold, EndRequest request, Caller caller) {
            return release(hold, TransferState.VOIDED, request, caller);
        }
    },
    /** It waited for somebody and is taken back. */
    RETRACT {
        @Override
        Movement movement(TransferRow hold, EndRequest request, Caller caller) {
            return release(hold, TransferState.RETRACTED, request, caller);
        }
    };

    abstract Movement movement(TransferRow hold, EndRequest request, Caller caller);

    private static Money amount(TransferRequest.Amount sent, TransferRow hold, Caller caller) {
        Faults faults = new Faults();
        Optional<Money> amount = Amounts.read(sent, caller, faults)
                .filter(read -> read.asset().code().equals(hold.asset()));
        faults.throwIfAny();
        return amount.orElseThrow(() -> new Refusal(Reason.ASSET_UNKNOWN).on("amount.currency"));
    }

    private static Movement release(TransferRow hold, TransferState to, EndRequest request, Caller caller) {
        Faults faults = new Faults();
        String typed = request.reason() == null ? "" : request.reason();
        Optional<String> reason = faults.collect("reason", () -> PlainText.lines(typed, Words.MOST_CHARACTERS));
        faults.throwIfAny();
        return new Movement.Release(hold.id(), hold.debitAccountId(), to, reason.orElseThrow(), caller.memberId());
    }
}
