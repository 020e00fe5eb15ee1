package cash.tuppence.bench.inside;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.wallet.event.TransferJson;
import cash.tuppence.web.json.Json;
import cash.tuppence.webhook.signing.Message;
import cash.tuppence.webhook.signing.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is told of a transfer: written as JSON, and signed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallbackBench {
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123456Z");

    private final Json json = new Json();
    private final TransferJson transfer = new TransferJson(
            "tr_0123456789abcdefghijABCDEFGH",
            "posted",
            "send",
            "@payer",
            "@friend",
            "@payer",
            Money.ofMinor(250, Asset.USD),
            Money.ofMinor(250, Asset.USD),
            "for the tea",
            json.mapper().createObjectNode(),
            NOW,
            NOW,
            1);
    private final List<SigningSecret> secrets = List.of(SigningSecret.random());
    private final Message message =
            new Message("evt_0123456789abcdefghijABCDEFGH", json.write(transfer).getBytes(StandardCharsets.UTF_8));

    @Benchmark
    public String writeJson() {
        return json.write(transfer);
    }

    @Benchmark
    public Map<String, String> sign() {
        return message.headers(NOW, secrets);
    }
}
