package cash.tuppence.app.metrics;

import cash.tuppence.db.Database;
import cash.tuppence.ledger.stage.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The meters of one node. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StageMeters stage = new StageMeters(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Metrics() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** What the posting stage is to tell. */
    public StageMeters stage() {
        return stage;
    }

    /** Adds what is read when somebody looks. */
    public void watch(Stage watched, Database database) {
        Gauge.builder("tuppence.stage.queue.postings", watched, Stage::queued)
                .description("Postings that wait for a batch")
                .register(registry);
        Gauge.builder("tuppence.database.connections", database, Database::connectionsInUse)
                .description("Connections of the pool that are in use")
                .register(registry);
        Gauge.builder("tuppence.database.waiting", database, Database::connectionsAwaited)
                .description("Threads that wait for a connection")
                .register(registry);
    }

    /** All of it in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
