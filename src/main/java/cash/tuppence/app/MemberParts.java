package cash.tuppence.app;

import cash.tuppence.app.config.Settings;
import cash.tuppence.mail.Mails;
import cash.tuppence.member.FormerHandles;
import cash.tuppence.member.Members;
import cash.tuppence.member.Operators;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.SweepHandles;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.api.Revocations;
import cash.tuppence.member.api.Standing;
import cash.tuppence.member.leave.SweepDeparted;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.notification.Notifications;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.member.session.SignedIn;
import cash.tuppence.member.signin.KnownDevices;
import cash.tuppence.member.signin.NewDevices;
import cash.tuppence.member.signin.PasswordDoor;
import cash.tuppence.member.signin.Passwords;
import cash.tuppence.member.signin.RememberedDevices;
import cash.tuppence.member.signin.SessionLimits;
import cash.tuppence.member.signin.Sessions;
import cash.tuppence.member.signin.SignIn;
import cash.tuppence.member.signin.SignInNews;
import cash.tuppence.member.signin.SweepSessions;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.util.List;
import org.apache.shiro.realm.Realm;

/** What {@code member} brings. */
final class MemberParts {
    private final Passwords passwords = new Passwords();
    private final Members members;
    private final Notifications notifications;
    private final Profiles profiles;
    private final Revocations revocations;
    private final Operators operators;
    private final Standing standing;
    private final AccessTokens tokens;
    private final Pictures pictures;
    private final PictureMaker pictureMaker = new PictureMaker();
    private final FormerHandles formerHandles;
    private final SessionLimits limits;
    private final Sessions sessions;
    private final KnownDevices knownDevices;
    private final SweepDeparted departed;
    private final SignIn signIn;
    private final Notices notices;

    MemberParts(Foundation base, Urls urls, Realm permissions, Mails mails) {
        notices = new Notices(base.transactions(), mails, urls, base.keys(), base.clock(), base.trail());
        members = new Members(base.transactions(), base.keys(), base.clock());
        notifications = new Notifications(base.transactions());
        profiles = new Profiles(base.transactions());
        revocations = new Revocations(base.transactions());
        operators = new Operators(base.transactions(), base.trail());
        standing = new Standing(base.transactions(), revocations, base.trail());
        tokens = new AccessTokens(base.transactions(), revocations, base.keys(), base.clock(), base.trail());
        pictures = new Pictures(base.transactions(), base.clock());
        departed = new SweepDeparted(base.transactions(), base.clock());
        formerHandles = new FormerHandles(base.transactions(), base.clock());
        limits = limits(base.settings());
        sessions = new Sessions(base.transactions(), revocations, base.keys(), base.clock(), limits, base.trail());
        knownDevices = new KnownDevices(base.secretKey(), urls);
        signIn = signIn(base, urls, permissions);
    }

    private static SessionLimits limits(Settings settings) {
        return new SessionLimits(
                Duration.ofMinutes(settings.sessionTimeoutMinutes()),
                Duration.ofDays(settings.sessionLongestDays()),
                Duration.ofDays(settings.sessionRememberDays()));
    }

    private SignIn signIn(Foundation base, Urls urls, Realm permissions) {
        SignInNews news = new SignInNotices(notices);
        RememberedDevices devices = new RememberedDevices(
                base.transactions(), revocations, base.keys(), base.clock(), limits.remembered(), news);
        NewDevices newDevices = new NewDevices(base.transactions(), knownDevices, news);
        ClientAddresses addresses = new ClientAddresses(base.settings().trustedProxies());
        return new SignIn(members, passwords, sessions, devices, newDevices, urls, addresses, permissions);
    }

    Notifications notifications() {
        return notifications;
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

    Operators operators() {
        return operators;
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

    /** Where members are signed in, for the page that shows it. */
    SignedIn signedIn(Foundation base) {
        return new SignedIn(base.transactions(), revocations, base.clock(), limits, base.trail());
    }

    KnownDevices knownDevices() {
        return knownDevices;
    }

    PasswordDoor passwordDoor(RateLimits rates) {
        return new PasswordDoor(signIn, members, knownDevices, rates);
    }

    /** Warns members of what somebody else may have done in their name. */
    Notices notices() {
        return notices;
    }

    List<Job> jobs() {
        return List.of(new SweepSessions(signIn), new SweepHandles(formerHandles), tokens.uses(), departed);
    }
}
