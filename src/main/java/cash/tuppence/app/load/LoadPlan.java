package cash.tuppence.app.load;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import java.net.URI;

/**
 * What is to be done to which server.
 *
 * @param url the server's base URL, context path included
 * @param token an operator's, which may register people
 * @param hot whether all cash goes to one wallet
 * @param hold whether cash is reserved first, and then posted, posted in part, voided, or left held
 */
public record LoadPlan(URI url, String token, int transfers, int concurrency, boolean hot, boolean hold) {
    /** Play money, so that no other is touched, whatever server it is. */
    static final Asset ASSET = Asset.XTS;

    private static final int MOST_SENDERS = 100;
    private static final int MOST_CENTS = 100;

    /** A step that has no factor in common with the numbers that it is used on, so that all of them come up. */
    private static final int STRIDE = 7_919;

    int senders() {
        return Math.min(2 * concurrency, MOST_SENDERS);
    }

    /** The one who is hot comes last, and sends nothing. */
    int people() {
        return hot ? senders() + 1 : senders();
    }

    /** Nobody runs out of that, even one who sends everything and is sent nothing. */
    Money grant() {
        return Money.ofMinor((long) MOST_CENTS * (transfers / senders() + 1), ASSET);
    }

    /** Which transfer that is: the same number always gives the same one. */
    Order order(int number) {
        int from = number % senders();
        int away = 1 + (int) ((long) number * STRIDE % (senders() - 1));
        int to = hot ? senders() : (from + away) % senders();
        return new Order(number, from, to, 1 + (int) ((long) number * STRIDE % MOST_CENTS));
    }

    /** One transfer: who sends how much to whom. */
    record Order(int number, int from, int to, int cents) {
        Money amount() {
            return Money.ofMinor(cents, ASSET);
        }

        /** How a hold of it is to end. */
        Settling settling() {
            return Settling.values()[number % Settling.values().length];
        }

        /** What moves where only a part is posted: half of it, and never nothing. */
        Money part() {
            return Money.ofMinor((cents + 1) / 2, ASSET);
        }
    }

    /** The ends of holds, in turn. */
    enum Settling {
        POST,
        POST_PART,
        VOID,
        LEAVE
    }
}
