package cash.tuppence.bench.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Connections of as many people, each of whom sends a cent to random others. */
final class RestCallers implements AutoCloseable {
    private static final String ONE = "/api/v1/transfers";
    private static final String BATCH = "/api/v1/transfers/batch";
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final List<RawClient> clients = new ArrayList<>();
    private final int people;

    RestCallers(ServerProcess server, int connections, int people) {
        this.people = people;
        for (int i = 0; i < connections; i++) {
            clients.add(server.client());
        }
    }

    int sendOne(int caller) {
        require(CREATED, post(caller, ONE, transfer(caller)));
        return 1;
    }

    int sendMany(int caller, int count) {
        String transfers =
                IntStream.range(0, count).mapToObj(i -> transfer(caller)).collect(Collectors.joining(","));
        require(OK, post(caller, BATCH, "{\"transfers\":[" + transfers + "]}"));
        return count;
    }

    private int post(int caller, String path, String json) {
        return clients.get(caller)
                .post(path, People.token(number(caller)), UUID.randomUUID().toString(), json);
    }

    private String transfer(int caller) {
        long to = ThreadLocalRandom.current().nextLong(1, people);
        return "{\"recipient\":\"" + People.handle(to < number(caller) ? to : to + 1)
                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}";
    }

    private static long number(int caller) {
        return caller + 1L;
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("a call was answered with " + status);
        }
    }

    @Override
    public void close() {
        clients.forEach(RawClient::close);
    }
}
