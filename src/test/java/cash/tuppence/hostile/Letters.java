package cash.tuppence.hostile;

import cash.tuppence.member.password.AnswerResets;
import cash.tuppence.testing.Inbox;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.Person;
import java.util.List;
import java.util.Map;

/** Links that come by mail, one of each sort, to people from whom nothing can be taken. */
final class Letters {
    private final TestServer server;

    Letters(TestServer server) {
        this.server = server;
    }

    List<String> links() {
        Person mover = Person.newcomer(server);
        String first = address(mover);
        String second = "moved-" + first;
        confirm(first);
        mover.browser().post("/settings/email", Map.of("email", second)).expect(303);
        confirm(second);
        return List.of(Inbox.of(server, first).link("/undo/"), reset(second), toBeConfirmed());
    }

    private static String address(Person person) {
        return person.handle() + "@example.test";
    }

    private void confirm(String address) {
        String link = Inbox.of(server, address).link("/confirm/");
        server.browser().post(link, Map.of("action", "confirm")).expect(303);
    }

    private String reset(String address) {
        server.browser().post("/forgot", Map.of("email", address)).expect(303);
        server.runJob(AnswerResets.NAME);
        return Inbox.of(server, address).link("/reset/");
    }

    private String toBeConfirmed() {
        return Inbox.of(server, address(Person.newcomer(server))).link("/confirm/");
    }
}
