package cash.tuppence.wallet.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.send.Sender;

/** Whose cash a program sends. */
public final class Senders {
    private final AddressBook book;

    public Senders(AddressBook book) {
        this.book = book;
    }

    Sender of(Caller caller) {
        return book.profile(caller.profileId())
                .map(party -> new Sender(party, caller.memberId(), book.member(caller.memberId())))
                .orElseThrow(() -> new Refusal(Reason.UNAUTHORIZED));
    }
}
