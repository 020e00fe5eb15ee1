package cash.tuppence.app.embedded;

import java.util.List;

/** What a commit promises after a power cut. */
public enum Durability {
    /** An acknowledged commit is on the disk, in the log and in the binary log. */
    FULL,

    /** For tests, whose data nobody misses: it outlives the process, not the machine. */
    RELAXED;

    List<String> options() {
        return switch (this) {
            case FULL ->
                List.of(
                        "--log-bin=binlog",
                        "--sync-binlog=1",
                        "--binlog-format=ROW",
                        "--binlog-expire-logs-seconds=604800",
                        // A batch fits: what does not goes through a temporary file first.
                        "--binlog-cache-size=1M",
                        "--innodb-flush-log-at-trx-commit=1");
            case RELAXED -> List.of("--skip-log-bin", "--innodb-flush-log-at-trx-commit=2");
        };
    }
}
