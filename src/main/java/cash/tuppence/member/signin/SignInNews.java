package cash.tuppence.member.signin;

import org.apache.ibatis.session.SqlSession;

/** Hears of what the owner of an account should be told about its door, inside the transaction in which it happens. */
public interface SignInNews {
    /**
     * A token of a remembered device was used again after it had been changed: somebody has a copy.
     *
     * @param device on which its owner asked to stay signed in
     * @param address from where the old token came
     */
    void oldTokenUsed(SqlSession open, long memberId, String device, String address);

    /** Somebody signed in with a browser that had never been used for that before. */
    void newDevice(SqlSession open, long memberId, String device, String address);

    /** The transaction is over. */
    void committed();
}
