package cash.tuppence.mail;

import cash.tuppence.core.PublicId;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Transactions;
import java.util.List;
import java.util.Optional;

/** What would have been sent, for a demo without a mail server. Everybody may read it: it must be nowhere else. */
public final class Mailbox {
    private static final int MOST = 50;

    private final Transactions transactions;
    private final SealedContents sealed;

    public Mailbox(Transactions transactions, SecretBox box) {
        this.transactions = transactions;
        this.sealed = new SealedContents(box);
    }

    /** The latest, newest first; to that address, where one is named. */
    public List<Letter> latest(Optional<String> to) {
        return transactions.read(session -> session.getMapper(MailMapper.class).latest(to.orElse(null), MOST)).stream()
                .map(sealed::open)
                .toList();
    }

    public Optional<Letter> find(PublicId id) {
        return transactions
                .read(session -> session.getMapper(MailMapper.class).byPublicId(id.key(), id.nonce()))
                .map(sealed::open);
    }
}
