package cash.tuppence.business;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileKind;
import cash.tuppence.member.Profiles;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Makes and finds businesses. What one is made of beside its profile has classes of its own. */
public final class Businesses {
    private final Transactions transactions;
    private final Profiles profiles;
    private final Team team;
    private final RedirectSecrets secrets;
    private final KeyMaker keys;
    private final InstantSource clock;
    private final TeamChanges changes;

    public Businesses(
            Transactions transactions,
            Profiles profiles,
            Team team,
            RedirectSecrets secrets,
            TeamChanges changes,
            KeyMaker keys,
            InstantSource clock) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.team = team;
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
        this.changes = changes;
    }

    /** A new business of which nothing is known but its name: of demo data and tests. */
    public Profile create(String handle, String name, String about, long ownerId) {
        return create(new NewBusiness(handle, name, about, "", ""), ownerId);
    }

    /**
     * A new business with its owner, and a redirect secret for each mode.
     *
     * @param ownerId a member
     * @throws Refusal on {@code handle} where somebody has it already
     */
    public Profile create(NewBusiness business, long ownerId) {
        return transactions.run(session -> insert(session, business, ownerId));
    }

    /** All businesses in whose teams that member is, by name. */
    public List<Mine> of(long memberId) {
        Map<Long, Role> roles =
                team.rolesOf(memberId).stream().collect(Collectors.toMap(Place::profileId, Place::role));
        return profiles.byIds(roles.keySet()).values().stream()
                .map(profile -> new Mine(profile, roles.get(profile.id())))
                .sorted(Comparator.comparing((Mine mine) -> mine.profile().name())
                        .thenComparing(mine -> mine.profile().handle()))
                .toList();
    }

    /** A business, and what somebody is there for. */
    public record Mine(Profile profile, Role role) {}

    private Profile insert(SqlSession session, NewBusiness business, long ownerId) {
        PublicId wallet = keys.newId(Profile.WALLET);
        Profile profile = new Profile(
                wallet.key(), wallet, ProfileKind.BUSINESS, business.handle(), business.name(), business.about());
        Profiles.add(session, profile, Members.tierOfFounder(session, ownerId), Times.now(clock));
        session.getMapper(BusinessMapper.class).insertBusiness(profile.id(), business, ownerId, Times.now(clock));
        team.join(session, profile.id(), ownerId, Role.OWNER);
        changes.note(session, profile.id(), TeamChange.FOUNDED, ownerId, ownerId, Role.OWNER);
        secrets.set(session, profile.id(), true, RedirectSecret.random());
        secrets.set(session, profile.id(), false, RedirectSecret.random());
        return profile;
    }
}
