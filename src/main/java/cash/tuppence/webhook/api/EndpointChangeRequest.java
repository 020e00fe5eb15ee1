package cash.tuppence.webhook.api;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.webhook.endpoint.EndpointChange;
import java.util.List;
import java.util.Optional;

/** The body of {@code PATCH /api/v1/webhook_endpoints/{id}} as it was sent: what was left out is null. */
record EndpointChangeRequest(String url, List<String> events, String state) {
    EndpointChange read() {
        return new EndpointChange(
                Optional.ofNullable(url),
                Optional.ofNullable(events).map(EndpointRequest::types),
                Optional.ofNullable(state).map(EndpointChangeRequest::isOn));
    }

    private static boolean isOn(String state) {
        return switch (state) {
            case "enabled" -> true;
            case "disabled" -> false;
            default -> throw new Refusal(Reason.INVALID).on("state");
        };
    }
}
