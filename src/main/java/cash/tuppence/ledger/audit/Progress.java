package cash.tuppence.ledger.audit;

/** Who is told how far a long proof has come. */
public interface Progress {
    Progress UNTOLD = new Progress() {
        @Override
        public void walked(long entries) {
            // Nobody asked.
        }

        @Override
        public void checked(Audit.Check check) {
            // Nobody asked.
        }
    };

    /** So many entries were read, all in all; a check is still to come. */
    void walked(long entries);

    void checked(Audit.Check check);
}
