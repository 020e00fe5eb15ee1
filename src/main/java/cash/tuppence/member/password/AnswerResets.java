package cash.tuppence.member.password;

import cash.tuppence.db.Transactions;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.confirm.Addresses;
import cash.tuppence.member.link.LinkPurpose;
import cash.tuppence.member.link.OneTimeLinks;
import cash.tuppence.outbox.Job;
import cash.tuppence.web.Urls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * Answers whoever forgot their password: with a link, where the address is a member's. Who never confirmed theirs gets
 * the link for that first, since it may be a stranger's; nobody else gets anything.
 */
public final class AnswerResets implements Job {
    public static final String NAME = "answer-resets";

    private static final int AT_ONCE = 50;

    private final Transactions transactions;
    private final OneTimeLinks links;
    private final Addresses addresses;
    private final Mails mails;
    private final Urls urls;
    private final InstantSource clock;

    public AnswerResets(
            Transactions transactions,
            OneTimeLinks links,
            Addresses addresses,
            Mails mails,
            Urls urls,
            InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.addresses = addresses;
        this.mails = mails;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean work() {
        int answered = transactions.run(this::answerSome);
        if (answered > 0) {
            mails.committed();
        }
        return answered == AT_ONCE;
    }

    private int answerSome(SqlSession session) {
        ResetMapper mapper = session.getMapper(ResetMapper.class);
        List<ResetRequest> requests = mapper.claim(AT_ONCE);
        for (ResetRequest request : requests) {
            mapper.candidate(request.email()).ifPresent(member -> answer(session, member, request.email()));
            mapper.delete(request.id());
        }
        return requests.size();
    }

    private void answer(SqlSession session, ResetCandidate member, String email) {
        if (!member.confirmed()) {
            addresses.askToConfirm(session, member.memberId(), email);
            return;
        }
        String token = links.make(session, LinkPurpose.RESET_PASSWORD, member.memberId(), email);
        mails.write(
                session,
                NewMail.to(email, "reset")
                        .about(member.memberId())
                        .with("link", urls.absolute(ResetServlet.PATH + token))
                        .with("minutes", LinkPurpose.RESET_PASSWORD.goodFor().toMinutes())
                        .until(clock.instant().plus(LinkPurpose.RESET_PASSWORD.goodFor())));
    }
}
