package cash.tuppence.member.signin;

import cash.tuppence.db.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells members when somebody signs in, in their name, with a browser that never did before. */
public final class NewDevices {
    private final Transactions transactions;
    private final KnownDevices known;
    private final SignInNews news;

    public NewDevices(Transactions transactions, KnownDevices known, SignInNews news) {
        this.transactions = transactions;
        this.known = known;
        this.news = news;
    }

    /** From now on that browser is known. */
    void welcome(HttpServletRequest request, HttpServletResponse response, long memberId, Arrival arrival) {
        if (arrival.method() != Method.NEWCOMER && known.find(request, memberId).isEmpty()) {
            transactions.execute(open -> news.newDevice(open, memberId, arrival.device(), arrival.address()));
            news.committed();
        }
        known.remember(request, response, memberId);
    }
}
