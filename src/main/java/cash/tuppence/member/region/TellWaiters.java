package cash.tuppence.member.region;

import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.outbox.Job;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Tells those who waited that their region is open, each once: the mail is written as their address is forgotten. */
public final class TellWaiters implements Job {
    public static final String NAME = "tell-waiters";

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final Mails mails;

    public TellWaiters(Transactions transactions, Mails mails) {
        this.transactions = transactions;
        this.mails = mails;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean work() {
        int told = transactions.run(this::tell);
        if (told > 0) {
            mails.committed();
        }
        return told == AT_ONCE;
    }

    private int tell(SqlSession session) {
        RegionMapper mapper = session.getMapper(RegionMapper.class);
        List<WaiterRow> waiters = mapper.lockTold(AT_ONCE);
        for (WaiterRow waiter : waiters) {
            mails.write(session, NewMail.to(waiter.email(), "region-open").with("region", waiter.name()));
            mapper.deleteWaiter(waiter.region(), waiter.email());
        }
        return waiters.size();
    }
}
