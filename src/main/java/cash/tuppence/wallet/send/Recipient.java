package cash.tuppence.wallet.send;

import cash.tuppence.wallet.Party;

/** Who cash is for: somebody with a wallet, or somebody who has yet to open one. */
public sealed interface Recipient {
    Party party();

    record Known(Party party) implements Recipient {}

    record Invited(String email) implements Recipient {
        @Override
        public Party party() {
            return Party.unknown(email);
        }
    }
}
