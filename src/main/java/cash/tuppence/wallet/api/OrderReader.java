package cash.tuppence.wallet.api;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.Details;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.Visibility;
import cash.tuppence.member.api.Caller;
import cash.tuppence.wallet.Words;
import cash.tuppence.wallet.send.Order;
import cash.tuppence.wallet.send.Recipient;
import cash.tuppence.wallet.send.Recipients;
import cash.tuppence.wallet.send.Sender;
import cash.tuppence.web.Faults;
import cash.tuppence.web.PlainText;
import cash.tuppence.web.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes an order of what a program sent, or says all that is wrong with it. */
public final class OrderReader {
    private static final int MOST_METADATA = 4096;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration DEFAULT_HOLD = Duration.ofDays(7);
    private static final Duration DEFAULT_INVITATION = Duration.ofDays(30);

    private final Json json;
    private final Recipients recipients;
    private final Senders senders;

    public OrderReader(Json json, Recipients recipients, Senders senders) {
        this.json = json;
        this.recipients = recipients;
        this.senders = senders;
    }

    /**
     * @throws Faults.Found where anything is wrong
     */
    Order read(TransferRequest request, Caller caller) {
        Sender sender = senders.of(caller);
        return read(request, caller, sender, typed -> recipients.find(typed, sender));
    }

    /** As {@link #read} for each of them alone; whom they name is looked up together. */
    List<Read<Order>> readAll(List<JsonNode> sent, Caller caller) {
        Sender sender = senders.of(caller);
        List<Read<TransferRequest>> requests = sent.stream()
                .map(one -> Read.of(() -> json.read(one, TransferRequest.class)))
                .toList();
        Function<String, Recipient> finding = recipients.findAll(
                requests.stream()
                        .flatMap(request -> request.value().stream())
                        .map(request -> orEmpty(request.recipient()))
                        .collect(Collectors.toSet()),
                sender);
        return requests.stream()
                .map(request -> request.then(one -> read(one, caller, sender, finding)))
                .toList();
    }

    /**
     * @param finding whom that names; refuses where nobody
     * @throws Faults.Found where anything is wrong
     */
    private static Order read(
            TransferRequest request, Caller caller, Sender sender, Function<String, Recipient> finding) {
        Faults faults = new Faults();
        Optional<Recipient> recipient = faults.collect("recipient", () -> finding.apply(orEmpty(request.recipient())));
        Optional<Money> amount = Amounts.read(request.amount(), caller, faults);
        Details details = details(request, sender, faults);
        boolean held = isHeld(request.mode(), faults);
        Duration patience = patience(request.expiresInSeconds(), held, faults);
        faults.throwIfAny();
        return new Order(Kind.SEND, sender, recipient.orElseThrow(), amount.orElseThrow(), details, held, patience);
    }

    private static Details details(TransferRequest request, Sender sender, Faults faults) {
        Optional<String> message =
                faults.collect("message", () -> PlainText.lines(orEmpty(request.message()), Words.MOST_CHARACTERS));
        Optional<String> metadata =
                request.metadata() == null || request.metadata().isNull()
                        ? Optional.empty()
                        : faults.collect("metadata", () -> metadata(request.metadata()));
        return new Details(sender.actorId(), message.orElse(""), Visibility.PRIVATE, metadata);
    }

    private static String metadata(JsonNode sent) {
        String text = sent.toString();
        if (!sent.isObject() || text.length() > MOST_METADATA) {
            throw new Refusal(Reason.METADATA_TOO_LARGE).with(MOST_METADATA);
        }
        return text;
    }

    private static boolean isHeld(String mode, Faults faults) {
        return switch (orEmpty(mode)) {
            case "", "immediate" -> false;
            case "hold" -> true;
            default -> {
                faults.add("mode", Reason.INVALID);
                yield false;
            }
        };
    }

    private static Duration patience(Long seconds, boolean held, Faults faults) {
        if (seconds == null) {
            return held ? DEFAULT_HOLD : DEFAULT_INVITATION;
        }
        if (seconds < 1 || seconds > LONGEST.toSeconds()) {
            faults.add("expires_in_seconds", Reason.INVALID);
            return DEFAULT_HOLD;
        }
        return Duration.ofSeconds(seconds);
    }

    private static String orEmpty(String textOrNull) {
        return textOrNull == null ? "" : textOrNull;
    }
}
