package cash.tuppence.business.team;

import cash.tuppence.business.Role;
import cash.tuppence.business.Team;
import cash.tuppence.business.TeamChange;
import cash.tuppence.business.TeamChanges;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.business.frame.RoleTable;
import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.Profile;
import cash.tuppence.member.ProfileState;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.Urls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Invitations to a team: a link with a role in it, good once, for a week, and only as long as its maker could give that role. */
public final class Invitations {
    static final String PATH = "/business/join/";

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int CHARACTERS = 32;
    private static final int MOST_OPEN = 50;

    private final Transactions transactions;
    private final Profiles profiles;
    private final Team team;
    private final TeamChanges changes;
    private final Mails mails;
    private final Urls urls;
    private final SecretBox box;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Invitations(
            Transactions transactions,
            Profiles profiles,
            Team team,
            TeamChanges changes,
            Mails mails,
            Urls urls,
            SecretBox box,
            KeyMaker keys,
            InstantSource clock) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.team = team;
        this.changes = changes;
        this.mails = mails;
        this.urls = urls;
        this.box = box;
        this.keys = keys;
        this.clock = clock;
    }

    /** What somebody is invited to. */
    public record Invited(Profile business, Role role, String inviter) {}

    public List<OpenInvitation> open(long profileId) {
        return transactions.read(session -> mapper(session).invitations(profileId, Times.now(clock))).stream()
                .map(this::shown)
                .toList();
    }

    private OpenInvitation shown(InvitationRow row) {
        String token = new String(box.open(row.sealedToken()), StandardCharsets.UTF_8);
        return new OpenInvitation(row.id(), row.role(), row.note(), row.inviter(), row.expiresAt(), PATH + token);
    }

    /**
     * @param note whom it is meant for; may be empty
     * @param email to which the link is mailed; empty where it is handed over otherwise
     * @throws Refusal where the acting member's role may not give that one, or very many are open
     */
    public void invite(Acting acting, Role role, String note, Optional<String> email) {
        String token = Tokens.random(CHARACTERS);
        byte[] sealed = box.seal(token.getBytes(StandardCharsets.UTF_8));
        Instant now = Times.now(clock);
        transactions.execute(session -> {
            TeamBook.requireMayGive(TeamBook.lock(session, acting.profileId()).get(acting.memberId()), role);
            if (mapper(session).invitations(acting.profileId(), now).size() >= MOST_OPEN) {
                throw new Refusal(Reason.TEAM_INVITATIONS_MANY).with(MOST_OPEN);
            }
            mapper(session)
                    .insertInvitation(
                            keys.next(),
                            acting.profileId(),
                            role,
                            note,
                            Tokens.sha256(token),
                            sealed,
                            acting.memberId(),
                            now,
                            now.plus(GOOD_FOR));
            changes.note(session, acting.profileId(), TeamChange.INVITED, acting.memberId(), TeamChanges.NOBODY, role);
            email.ifPresent(to -> mails.write(session, mail(acting, role, to, PATH + token, now.plus(GOOD_FOR))));
        });
        mails.committed();
    }

    private NewMail mail(Acting acting, Role role, String to, String path, Instant end) {
        return NewMail.to(to, "team-invitation")
                .with("business", acting.name())
                .with("inviter", acting.member().name())
                .with("role", role.text())
                .with("end", end)
                .with("link", urls.absolute(path))
                .until(end);
    }

    /** Ends it, where it is open still and the acting member's role could have made it. */
    public void withdraw(Acting acting, long id) {
        transactions.execute(session -> mapper(session).invitations(acting.profileId(), Times.now(clock)).stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .ifPresent(row -> withdraw(session, acting, row)));
    }

    private void withdraw(SqlSession session, Acting acting, InvitationRow row) {
        TeamBook.requireMayGive(TeamBook.lock(session, acting.profileId()).get(acting.memberId()), row.role());
        if (mapper(session).end(acting.profileId(), row.id(), Times.now(clock)) == 1) {
            changes.note(
                    session,
                    acting.profileId(),
                    TeamChange.WITHDRAWN,
                    acting.memberId(),
                    TeamChanges.NOBODY,
                    row.role());
        }
    }

    /** What waits behind that token; empty where it never was one, or is none any more. */
    public Optional<Invited> find(String token) {
        return transactions
                .read(session -> mapper(session).invitation(Tokens.sha256(token), Times.now(clock)))
                .filter(row -> isGood(row))
                .flatMap(row -> profiles.byId(row.profileId())
                        .map(business -> new Invited(business, row.role(), row.inviter())));
    }

    /** Whoever invited may have left since, or lost the role; and the business may be suspended. */
    private boolean isGood(InvitationRow row) {
        return team.standing(row.madeBy(), row.profileId())
                .filter(maker -> maker.state() == ProfileState.ACTIVE)
                .filter(maker -> RoleTable.givenBy(maker.role()).contains(row.role()))
                .isPresent();
    }

    /**
     * Takes the member into the team.
     *
     * @throws Refusal where the invitation is good no more, or they are in the team already
     */
    public void accept(String token, Viewer viewer) {
        InvitationRow row = transactions
                .read(session -> mapper(session).invitation(Tokens.sha256(token), Times.now(clock)))
                .filter(this::isGood)
                .orElseThrow(() -> new Refusal(Reason.TEAM_INVITATION_UNKNOWN));
        transactions.execute(session -> {
            if (TeamBook.lock(session, row.profileId()).containsKey(viewer.memberId())) {
                throw new Refusal(Reason.TEAM_MEMBER_ALREADY);
            }
            if (mapper(session).end(row.profileId(), row.id(), Times.now(clock)) == 0) {
                throw new Refusal(Reason.TEAM_INVITATION_UNKNOWN);
            }
            team.join(session, row.profileId(), viewer.memberId(), row.role());
            changes.note(session, row.profileId(), TeamChange.JOINED, viewer.memberId(), viewer.memberId(), row.role());
        });
    }

    private static TeamMapper mapper(SqlSession session) {
        return session.getMapper(TeamMapper.class);
    }
}
