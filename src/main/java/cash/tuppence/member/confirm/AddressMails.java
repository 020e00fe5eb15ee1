package cash.tuppence.member.confirm;

import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.link.LinkPurpose;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.web.Urls;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.ibatis.session.SqlSession;

/** The mails by which an address is confirmed, changed and restored. */
public final class AddressMails {
    private final Mails mails;
    private final OneTimeLinks links;
    private final Urls urls;
    private final InstantSource clock;

    public AddressMails(Mails mails, OneTimeLinks links, Urls urls, InstantSource clock) {
        this.mails = mails;
        this.links = links;
        this.urls = urls;
        this.clock = clock;
    }

    /** With it whoever signed up shows that they read that address's mail. */
    void askToConfirm(SqlSession session, long memberId, String email) {
        send(session, LinkPurpose.CONFIRM_EMAIL, memberId, email, "confirm-email", "");
    }

    /** The same of an address that a member wants instead of theirs. */
    void askToChange(SqlSession session, long memberId, String email) {
        send(session, LinkPurpose.CHANGE_EMAIL, memberId, email, "change-email", "");
    }

    /** Tells the address before, and lets whoever reads its mail take the change back. */
    void tellOfChange(SqlSession session, long memberId, String before, String now) {
        send(session, LinkPurpose.UNDO_EMAIL, memberId, before, "email-changed", now);
    }

    private void send(
            SqlSession session, LinkPurpose purpose, long memberId, String to, String template, String changedTo) {
        Viewer member = session.getMapper(MemberMapper.class).viewer(memberId).orElseThrow();
        String token = links.make(session, purpose, memberId, to);
        Instant until = clock.instant().plus(purpose.goodFor());
        mails.write(
                session,
                NewMail.to(to, template)
                        .about(memberId)
                        .with("name", member.name())
                        .with("handle", member.handle())
                        .with("email", changedTo)
                        .with("link", urls.absolute(path(purpose) + token))
                        .with("end", until)
                        .until(until));
    }

    void committed() {
        mails.committed();
    }

    private static String path(LinkPurpose purpose) {
        return purpose == LinkPurpose.UNDO_EMAIL ? UndoServlet.PATH : ConfirmServlet.PATH;
    }
}
