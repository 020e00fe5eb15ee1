package cash.tuppence.app.cli;

import cash.tuppence.app.Tuppence;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.Progress;
import cash.tuppence.trail.TrailAudit;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves the ledger and says so claim by claim. */
@Command(
        name = "audit",
        description =
                "prove the ledger from all its entries, and that nobody touched the trail: exit 0, or 1 if anything is wrong",
        customSynopsis = "java -jar tuppence.war audit [--incremental] [--trail ROW:HASH]")
final class AuditCommand implements Callable<Integer> {
    private final Commands commands;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--incremental",
            description = "read only what came since the last audit that found all well, as the server does by itself")
    private boolean incremental;

    @Option(
            names = "--trail",
            paramLabel = "ROW:HASH",
            description = "as an audit printed or logged it once: that row of the trail must be there still, as it was")
    private Optional<String> trailAt = Optional.empty();

    AuditCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        return commands.withTuppence(spec, this::audit);
    }

    private int audit(Tuppence tuppence) {
        Progress report = new Report(spec.commandLine().getOut());
        List<Audit.Check> checks = incremental
                ? tuppence.auditor().since(report)
                : tuppence.auditor().whole(report);
        boolean ledgerHolds = checks.stream().allMatch(Audit.Check::holds);
        return auditTrail(tuppence.trailAudit()) && ledgerHolds ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean auditTrail(TrailAudit trail) {
        TrailAudit.Result result = incremental ? trail.since() : trail.whole();
        List<String> faults = new ArrayList<>(result.faults());
        trailAt.filter(head -> !stands(trail, head)).ifPresent(head -> faults.add("row " + head + " is not there"));
        String claim = "every row of the trail follows on the one before";
        String found = faults.isEmpty() ? "the newest is " + result.head() : String.join("; ", faults);
        spec.commandLine().getOut().println((faults.isEmpty() ? "ok     " : "WRONG  ") + claim + " (" + found + ")");
        return faults.isEmpty();
    }

    private boolean stands(TrailAudit trail, String head) {
        try {
            return trail.stands(head);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Not a row of the trail: " + head, e);
        }
    }

    /** A line for each claim, and one now and then while the entries are read. */
    private static final class Report implements Progress {
        private static final long STEP = 1_000_000;

        private final PrintWriter output;
        private long next = STEP;

        Report(PrintWriter output) {
            this.output = output;
        }

        @Override
        public void walked(long entries) {
            if (entries >= next) {
                output.printf("       %,d entries read%n", entries);
                next = entries / STEP * STEP + STEP;
            }
        }

        @Override
        public void checked(Audit.Check check) {
            output.println(
                    (check.holds() ? "ok     " : "WRONG  ") + check.claim() + (check.holds() ? "" : found(check)));
        }

        private static String found(Audit.Check check) {
            String rows =
                    check.violations() == 1 ? "1 row does not agree: " : check.violations() + " rows do not agree: ";
            return " (" + rows + String.join(", ", check.examples())
                    + (check.examples().size() < check.violations() ? ", …)" : ")");
        }
    }
}
