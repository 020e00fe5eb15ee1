package cash.tuppence.app.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How much the server keeps in memory, and how much of what was changed there it may still have to write to the tables.
 * Where the rows that are touched at random do not fit into the one, or the other is full, each batch waits for the disk.
 *
 * @param poolMegabytes for pages of the tables
 * @param logMegabytes of the redo log: room on the disk, and time that recovery after a crash may take
 */
public record Caches(int poolMegabytes, int logMegabytes) {
    /** For a test's data. */
    public static final Caches SMALL = new Caches(256, 96);

    private static final int SHARE_OF_MEMORY = 4;
    private static final int SHARE_OF_POOL = 4;
    private static final int LARGEST_POOL = 8 * 1024;
    private static final int LARGEST_LOG = 1024;

    /** A log that goes with such a pool. */
    public static Caches ofPool(int poolMegabytes) {
        return new Caches(poolMegabytes, between(SMALL.logMegabytes, poolMegabytes / SHARE_OF_POOL, LARGEST_LOG));
    }

    /** A quarter of this machine's memory, which the programs beside still leave room for. */
    public static Caches ofMachine() {
        long bytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return ofPool(between(SMALL.poolMegabytes, bytes / SHARE_OF_MEMORY >> 20, LARGEST_POOL));
    }

    private static int between(int least, long wanted, int most) {
        return (int) Math.max(least, Math.min(wanted, most));
    }

    List<String> options() {
        return List.of(
                "--innodb-buffer-pool-size=" + poolMegabytes + "M", "--innodb-log-file-size=" + logMegabytes + "M");
    }
}
