package cash.tuppence.member.signin;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.Members;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells members when somebody signs in, in their name, with a browser that never did before. */
public final class NewDevices {
    private final Transactions transactions;
    private final Members members;
    private final KnownDevices known;
    private final SignInNews news;

    public NewDevices(Transactions transactions, Members members, KnownDevices known, SignInNews news) {
        this.transactions = transactions;
        this.members = members;
        this.known = known;
        this.news = news;
    }

    /** From now on that browser is known. */
    void welcome(HttpServletRequest request, HttpServletResponse response, long memberId, Arrival arrival) {
        String email = members.email(memberId).orElseThrow();
        if (arrival.method() != Method.NEWCOMER && known.find(request, email).isEmpty()) {
            transactions.execute(open -> news.newDevice(open, memberId, arrival.device(), arrival.address()));
            news.committed();
        }
        known.remember(request, response, email);
    }
}
