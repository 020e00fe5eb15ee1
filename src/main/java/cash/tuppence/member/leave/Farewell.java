package cash.tuppence.member.leave;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** What one feature does when a member leaves for good. */
public interface Farewell {
    /** What stands in the way, as far as it can be seen. */
    default List<Obstacle> obstacles(Viewer viewer) {
        return List.of();
    }

    /**
     * Erases what it keeps about them, in the one transaction in which all features do.
     *
     * @throws Refusal where something stands in the way, seen under lock
     */
    void erase(SqlSession session, Viewer viewer);
}
