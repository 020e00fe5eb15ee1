package cash.tuppence.app;

import cash.tuppence.member.signin.SignInNews;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator's log what happens at members' doors. */
final class SignInLog implements SignInNews {
    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);

    @Override
    public void oldTokenUsed(SqlSession open, long memberId, String device, String address) {
        LOG.warn("An old token of a remembered device of member {} was used from {}", memberId, address);
    }

    @Override
    public void newDevice(SqlSession open, long memberId, String device, String address) {
        LOG.info("Member {} signed in with a new device from {}", memberId, address);
    }

    @Override
    public void committed() {
        // What was logged needs no sending.
    }
}
