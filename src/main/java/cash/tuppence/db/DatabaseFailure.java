package cash.tuppence.db;

import java.sql.SQLException;
import java.util.Set;

/** Tells a failure that another try can cure from one that it cannot. */
public final class DatabaseFailure {
    /**
     * Duplicate key, record changed, lock wait, deadlock, and what a cluster says of a lost certification: by MariaDB's
     * error numbers.
     */
    private static final Set<Integer> PASSING = Set.of(1020, 1047, 1053, 1062, 1180, 1205, 1213, 1927, 4031);

    private DatabaseFailure() {}

    /** Whether the same work may go through when it is tried again from its start. */
    public static boolean isPassing(SQLException failure) {
        return isConnectionLost(failure) || PASSING.contains(failure.getErrorCode());
    }

    /** Whether nobody knows what became of the statement (SQL state class 08, or a server that is going away). */
    public static boolean isConnectionLost(SQLException failure) {
        return failure instanceof java.sql.SQLTransientConnectionException
                || failure instanceof java.sql.SQLNonTransientConnectionException
                || (failure.getSQLState() != null && failure.getSQLState().startsWith("08"));
    }

    /** Whether a unique key was taken already. */
    public static boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == 1062;
    }

    /** Whether another transaction held a lock for longer than we wait. */
    public static boolean isLockWait(SQLException failure) {
        return failure.getErrorCode() == 1205;
    }

    /** Whether a text was compared with a column of ASCII that can never hold it, so that nothing can be found by it. */
    public static boolean isForeignText(SQLException failure) {
        return failure.getErrorCode() == 1267;
    }
}
