package cash.tuppence.torture;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.Reply;
import cash.tuppence.torture.Call.Purse;
import cash.tuppence.torture.Tally.Count;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whole servers: two that want the same cash, and what is killed in the midst of calls. */
class ServersUnderFireIT {
    private static final int CONTESTS = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Tally tally = new Tally();

    @Test
    void twoServersOnOneDatabaseGiveEachCentOnceAndOneMayDieMeanwhile() throws Exception {
        try (Site site = Site.ofTwoServers(folder)) {
            ServerRounds rounds = new ServerRounds(site, tally);
            contest(site, rounds);
            rounds.run(true, false);
            rounds.run(false, true);
        }

        assertThat(tally.discrepancies()).isEmpty();
        assertThat(tally.of(Count.ACKNOWLEDGED)).isGreaterThan(200);
    }

    private static void contest(Site site, ServerRounds rounds) throws Exception {
        Purse one = rounds.register("contest-one", "0.55");
        Purse other = rounds.register("contest-other", "0.01");
        try (Contests contests =
                new Contests(site.servers().stream().map(ServerProcess::url).toList())) {
            for (int i = 0; i < CONTESTS; i++) {
                aKeySentToBothMovesCashOnce(contests, one, other);
                oneOfTwo(contests.payOneCheckoutTwice());
                oneOfTwo(contests.takeOneInvitationTwice());
            }
            neverMoreIsSpentThanThereIs(contests, one, other);
        }
        assertThat(rounds.number("select count(*) from transfers where kind = 'payment'"))
                .isEqualTo(CONTESTS);
        assertThat(rounds.number("select count(*) from checkouts where state = 'paid'"))
                .isEqualTo(CONTESTS);
        assertThat(rounds.number("select count(*) from transfers where kind = 'gift' and state = 'posted'"))
                .isEqualTo(CONTESTS);
    }

    private static void aKeySentToBothMovesCashOnce(Contests contests, Purse from, Purse to) {
        List<Reply> replies = contests.callBothUnderOneKey(from, to);
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(reply -> reply.json().get("id").asString())
                .hasSize(2);
        assertThat(replies.get(0).json().get("id"))
                .isEqualTo(replies.get(1).json().get("id"));
    }

    private static void oneOfTwo(List<Reply> replies) {
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(303, 409);
    }

    /** Half a dollar is left, in pieces of five cents. */
    private static void neverMoreIsSpentThanThereIs(Contests contests, Purse from, Purse to) {
        List<Reply> replies = contests.spendMoreThanThereIs(from, to);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(10);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allMatch(reply -> reply.status() == 422 && reply.body().contains("insufficient_funds"));
    }

    @Test
    void oneServerStartsItsDatabaseAgainUnaidedAndFindsItAfterItsOwnDeath() throws Exception {
        try (Site site = Site.ofOneServer(folder)) {
            ServerRounds rounds = new ServerRounds(site, tally);
            rounds.run(false, true);
            rounds.run(true, false);
        }

        assertThat(tally.discrepancies()).isEmpty();
        assertThat(tally.of(Count.DATABASES_KILLED)).isEqualTo(1);
        assertThat(tally.of(Count.ACKNOWLEDGED)).isGreaterThan(200);
    }
}
