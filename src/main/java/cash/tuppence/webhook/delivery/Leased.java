package cash.tuppence.webhook.delivery;

import cash.tuppence.webhook.endpoint.Endpoint;
import cash.tuppence.webhook.outgoing.Answer;
import cash.tuppence.webhook.outgoing.Sender;
import cash.tuppence.webhook.signing.Message;
import java.time.Instant;
import java.util.Map;

/** A delivery that is this node's until its lease ends, and where it goes. */
record Leased(Due due, Endpoint endpoint) {

    long endpointId() {
        return due.endpointId();
    }

    /** Says it, signed as of that time. */
    Finished send(Sender sender, Instant startedAt) {
        Message message = due.message();
        Map<String, String> headers = message.headers(startedAt, endpoint.secrets());
        Answer answer = sender.post(endpoint.url(), headers, message.body());
        boolean wasFailing = endpoint.failingSince().isPresent();
        return new Finished(
                due, wasFailing, startedAt, endpoint.url().toString(), headers.get(Message.SIGNATURE), answer);
    }
}
