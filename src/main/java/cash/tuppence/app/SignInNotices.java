package cash.tuppence.app;

import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import cash.tuppence.member.signin.SignInNews;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells members, and the operator's log, what happens at members' doors. */
final class SignInNotices implements SignInNews {
    private static final Logger LOG = LoggerFactory.getLogger(SignInNotices.class);

    private final Notices notices;

    SignInNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void oldTokenUsed(SqlSession open, long memberId, String device, String address) {
        LOG.warn("An old token of a remembered device of member {} was used from {}", memberId, address);
        notices.write(open, memberId, NoticeKind.REMEMBERED_STOLEN, device, address);
    }

    @Override
    public void newDevice(SqlSession open, long memberId, String device, String address) {
        LOG.info("Member {} signed in with a new device from {}", memberId, address);
        notices.write(open, memberId, NoticeKind.NEW_DEVICE, device, address);
    }

    @Override
    public void committed() {
        notices.committed();
    }
}
