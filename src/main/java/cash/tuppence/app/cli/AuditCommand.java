package cash.tuppence.app.cli;

import cash.tuppence.app.Tuppence;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.ledger.audit.Progress;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves the ledger and says so claim by claim. */
@Command(
        name = "audit",
        description = "prove the ledger from all its entries: exit 0, or 1 if anything is wrong",
        customSynopsis = "java -jar tuppence.war audit [--incremental]")
final class AuditCommand implements Callable<Integer> {
    private final Commands commands;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--incremental",
            description = "read only what came since the last audit that found all well, as the server does by itself")
    private boolean incremental;

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
        return checks.stream().allMatch(Audit.Check::holds) ? ExitCode.OK : ExitCode.SOFTWARE;
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
