package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.TeamChange;
import cash.tuppence.business.TeamChanges;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.frame.RoleTable;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * Who is in a team, and in which role. Nobody gives or takes a role that can do more than their own, whatever the page
 * showed: the roles are read again, locked, in the transaction that changes them.
 */
public final class TeamBook {
    private static final int LATEST = 30;

    private final Transactions transactions;
    private final TeamChanges changes;

    public TeamBook(Transactions transactions, TeamChanges changes) {
        this.transactions = transactions;
        this.changes = changes;
    }

    /** By role, then by name. */
    public List<TeamMember> members(long profileId) {
        return transactions.read(session -> mapper(session).members(profileId));
    }

    /** The latest changes, newest first. */
    public List<ChangeRow> changes(long profileId) {
        return transactions.read(session -> mapper(session).changes(profileId, LATEST));
    }

    /**
     * @throws Refusal where the acting member's role may not give the one or take the other, or no owner would be left
     */
    public void setRole(Acting acting, long memberId, Role role) {
        transactions.execute(session -> {
            Map<Long, Role> team = lock(session, acting.profileId());
            Role before = requireMayChange(team, acting.memberId(), memberId);
            requireMayGive(team.get(acting.memberId()), role);
            if (before != role) {
                requireAnotherOwner(team, memberId, Optional.of(role));
                mapper(session).setRole(acting.profileId(), memberId, role);
                changes.note(session, acting.profileId(), TeamChange.ROLE, acting.memberId(), memberId, role);
            }
        });
    }

    /**
     * @throws Refusal where the acting member's role may not take theirs, or no owner would be left
     */
    public void remove(Acting acting, long memberId) {
        transactions.execute(session -> {
            Map<Long, Role> team = lock(session, acting.profileId());
            Role role = requireMayChange(team, acting.memberId(), memberId);
            takeOut(session, acting.profileId(), acting.memberId(), team, memberId, TeamChange.REMOVED, role);
        });
    }

    /**
     * @throws Refusal where no owner would be left
     */
    public void leave(Acting acting) {
        transactions.execute(session -> leave(session, acting.profileId(), acting.memberId()));
    }

    /**
     * As above, in that transaction, for whoever leaves all teams.
     *
     * @throws Refusal where no owner would be left
     */
    void leave(SqlSession session, long profileId, long memberId) {
        Map<Long, Role> team = lock(session, profileId);
        Role role = team.get(memberId);
        if (role != null) {
            takeOut(session, profileId, memberId, team, memberId, TeamChange.LEFT, role);
        }
    }

    /** How many owners a business has. */
    long owners(long profileId) {
        return members(profileId).stream()
                .filter(member -> member.role() == Role.OWNER)
                .count();
    }

    private void takeOut(
            SqlSession session,
            long profileId,
            long actorId,
            Map<Long, Role> team,
            long memberId,
            TeamChange how,
            Role role) {
        requireAnotherOwner(team, memberId, Optional.empty());
        mapper(session).remove(profileId, memberId);
        changes.note(session, profileId, how, actorId, memberId, role);
    }

    static Map<Long, Role> lock(SqlSession session, long profileId) {
        return mapper(session).lock(profileId).stream()
                .collect(Collectors.toMap(TeamMapper.Locked::memberId, TeamMapper.Locked::role));
    }

    private static Role requireMayChange(Map<Long, Role> team, long actorId, long memberId) {
        Role role = Optional.ofNullable(team.get(memberId)).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        requireMayGive(team.get(actorId), role);
        return role;
    }

    /**
     * @param ownOrNull null where the member is in the team no more
     */
    static void requireMayGive(Role ownOrNull, Role role) {
        if (ownOrNull == null || !RoleTable.givenBy(ownOrNull).contains(role)) {
            throw new Refusal(Reason.ROLE_FORBIDS);
        }
    }

    private static void requireAnotherOwner(Map<Long, Role> team, long memberId, Optional<Role> afterwards) {
        boolean isOwner = team.get(memberId) == Role.OWNER
                && afterwards.filter(Role.OWNER::equals).isEmpty();
        long owners = team.values().stream().filter(Role.OWNER::equals).count();
        if (isOwner && owners == 1) {
            throw new Refusal(Reason.TEAM_LAST_OWNER);
        }
    }

    private static TeamMapper mapper(SqlSession session) {
        return session.getMapper(TeamMapper.class);
    }
}
