package cash.tuppence.bench.rest;

import cash.tuppence.bench.Part;
import cash.tuppence.bench.database.BenchDatabase;
import cash.tuppence.bench.database.BenchLedger;
import cash.tuppence.bench.database.Wallets;
import cash.tuppence.bench.ledger.AnswerRider;
import cash.tuppence.bench.ledger.Contender;
import cash.tuppence.bench.ledger.EventRider;
import cash.tuppence.bench.ledger.Riders;
import cash.tuppence.bench.ledger.StageContender;
import cash.tuppence.bench.ledger.Traffic;
import cash.tuppence.bench.load.Callers;
import cash.tuppence.bench.load.Cpu;
import cash.tuppence.bench.load.Measured;
import cash.tuppence.bench.load.Rounds;
import cash.tuppence.bench.load.Sample;
import cash.tuppence.bench.load.Schedule;
import cash.tuppence.bench.load.Trial;
import cash.tuppence.bench.report.Bar;
import cash.tuppence.bench.report.Machine;
import cash.tuppence.bench.report.Plot;
import cash.tuppence.bench.report.Report;
import cash.tuppence.bench.report.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 64 kept-alive connections with a token and an idempotency key each, beside 64 callers in the process. */
public final class RestPart implements Part {
    private static final Wallets WALLETS = new Wallets(10_000, 0);
    private static final int CALLERS = 64;
    private static final int BATCHING = 8;
    private static final int BATCH = 1_000;
    private static final String INSIDE = "in the process, answer kept";
    private static final String INSIDE_ALL = "in the process, answer kept, event written";
    private static final String SINGLE = "REST, one a call";
    private static final String BATCHES = "REST, a thousand a call";

    @Override
    public Report run(BenchDatabase database, Schedule schedule) throws Exception {
        String url = database.newSchema();
        try (BenchLedger ledger = new BenchLedger(url, database.user(), database.password())) {
            WALLETS.seed(ledger.database);
            new People(WALLETS.rich()).seed(ledger.database);
            try (ServerProcess server =
                    new ServerProcess(url, database.user(), database.password(), database.folder())) {
                Report report = measure(ledger, server, schedule)
                        .facts(Machine.facts(ledger.database.dataSource()))
                        .fact(schedule.toString())
                        .fact(
                                "the server is the WAR in a JVM of its own, the client raw sockets in another, on the same"
                                        + " cores; single transfers over " + CALLERS + " connections, batches over "
                                        + BATCHING)
                        .fact(cpu(server, database, schedule));
                ledger.requireProved();
                return report.fact("the audit holds after it");
            }
        }
    }

    private static Report measure(BenchLedger ledger, ServerProcess server, Schedule schedule) {
        try (Contender inside = new StageContender(INSIDE, ledger, Riders.of(new AnswerRider(ledger)));
                Contender all = new StageContender(
                        INSIDE_ALL, ledger, Riders.of(new EventRider(ledger), new AnswerRider(ledger)))) {
            List<Trial> trials = List.of(
                    named(INSIDE, new Traffic(CALLERS, false, WALLETS.rich()).trial(inside)),
                    named(INSIDE_ALL, new Traffic(CALLERS, false, WALLETS.rich()).trial(all)),
                    new Trial(SINGLE, duration -> single(server, duration)),
                    new Trial(BATCHES, duration -> batches(server, duration)));
            return report(new Rounds(schedule).warmUp(trials).run(trials));
        }
    }

    private static Sample single(ServerProcess server, Duration duration) {
        try (RestCallers callers = new RestCallers(server, CALLERS, WALLETS.rich())) {
            return new Callers(CALLERS).run(callers::sendOne, duration);
        }
    }

    private static Sample batches(ServerProcess server, Duration duration) {
        try (RestCallers callers = new RestCallers(server, BATCHING, WALLETS.rich())) {
            return new Callers(BATCHING).run(caller -> callers.sendMany(caller, BATCH), duration);
        }
    }

    private static Trial named(String name, Trial trial) {
        return new Trial(name, trial.run());
    }

    private static Report report(Map<String, Measured> measured) {
        Report report = Report.of("REST")
                .fact("a single transfer writes its event and keeps its answer, as what it is compared with does; over"
                        + " one without its event: %.2f"
                                .formatted(measured.get(SINGLE).over(measured.get(INSIDE))));
        for (Measured one : measured.values()) {
            report = report.row(Row.of(one));
        }
        Measured inside = measured.get(INSIDE);
        Measured same = measured.get(INSIDE_ALL);
        return report.bar(Bar.ratio(
                        "REST single over the same in-process, 64 connections",
                        0.7,
                        measured.get(SINGLE).over(same)))
                .bar(Bar.ratio(
                        "REST batch of 1,000 over in-process",
                        1.5,
                        measured.get(BATCHES).over(inside)))
                .plot(new Plot(
                        "rest",
                        "Transfers by REST and in the process",
                        "transfers a second",
                        List.of("in the process", "with its event too", "one a call", "a thousand a call"),
                        List.of(new Plot.Series(
                                "median of the rounds",
                                measured.values().stream()
                                        .map(one -> one.median().perSecond())
                                        .toList()))));
    }

    /** One more run, for what a single transfer costs each process. */
    private static String cpu(ServerProcess server, BenchDatabase database, Schedule schedule) {
        Cpu client = Cpu.of(database.pid());
        Cpu before = Cpu.of(server.pid(), database.pid());
        Sample sample = single(server, schedule.each());
        long count = Math.round(sample.perSecond() * schedule.each().toMillis() / 1e3);
        return "processor time of a single transfer: "
                + Cpu.of(server.pid(), database.pid()).since(before, count)
                + "; in the client " + Cpu.of(database.pid()).programMicros(client, count) + " µs";
    }
}
