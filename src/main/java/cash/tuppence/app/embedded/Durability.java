package cash.tuppence.app.embedded;

import java.util.List;

/** What a commit promises after a power cut. */
public enum Durability {
    /** An acknowledged commit is on the disk, in the log and in the binary log. */
    FULL(List.of(
            "--log-bin=binlog",
            "--sync-binlog=1",
            "--binlog-format=ROW",
            "--binlog-expire-logs-seconds=604800",
            "--innodb-flush-log-at-trx-commit=1")),

    /** For tests, whose data nobody misses: it outlives the process, not the machine. */
    RELAXED(List.of("--skip-log-bin", "--innodb-flush-log-at-trx-commit=2"));

    private final List<String> options;

    Durability(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }
}
