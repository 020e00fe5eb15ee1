package cash.tuppence.app;

import cash.tuppence.member.FormerHandles;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.SweepHandles;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.api.Standing;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.member.signin.SessionLimits;
import cash.tuppence.member.signin.Sessions;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.member.signin.SweepSessions;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.util.List;
import org.apache.shiro.realm.Realm;

/** What {@code member} brings. */
final class MemberParts {
    private final Passwords passwords = new Passwords();
    private final Members members;
    private final Profiles profiles;
    private final Revocations revocations;
    private final Standing standing;
    private final AccessTokens tokens;
    private final Pictures pictures;
    private final PictureMaker pictureMaker = new PictureMaker();
    private final FormerHandles formerHandles;
    private final SignIn signIn;

    MemberParts(Foundation base, Urls urls, Realm permissions) {
        members = new Members(base.transactions(), base.keys(), base.clock());
        profiles = new Profiles(base.transactions());
        revocations = new Revocations(base.transactions());
        standing = new Standing(base.transactions(), revocations);
        tokens = new AccessTokens(base.transactions(), revocations, base.keys(), base.clock());
        pictures = new Pictures(base.transactions(), base.clock());
        formerHandles = new FormerHandles(base.transactions(), base.clock());
        ClientAddresses addresses = new ClientAddresses(base.settings().trustedProxies());
        signIn = new SignIn(members, passwords, sessions(base), urls, addresses, permissions);
    }

    private Sessions sessions(Foundation base) {
        SessionLimits limits = new SessionLimits(
                Duration.ofMinutes(base.settings().sessionTimeoutMinutes()),
                Duration.ofDays(base.settings().sessionLongestDays()));
        return new Sessions(base.transactions(), revocations, base.keys(), base.clock(), limits);
    }

    Members members() {
        return members;
    }

    Profiles profiles() {
        return profiles;
    }

    Passwords passwords() {
        return passwords;
    }

    Revocations revocations() {
        return revocations;
    }

    Standing standing() {
        return standing;
    }

    AccessTokens tokens() {
        return tokens;
    }

    Pictures pictures() {
        return pictures;
    }

    PictureMaker pictureMaker() {
        return pictureMaker;
    }

    FormerHandles formerHandles() {
        return formerHandles;
    }

    SignIn signIn() {
        return signIn;
    }

    List<Job> jobs() {
        return List.of(new SweepSessions(signIn), new SweepHandles(formerHandles), tokens.uses());
    }
}
