package cash.tuppence.member.signup;

import cash.tuppence.db.Transactions;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.confirm.Addresses;
import cash.tuppence.member.terms.Consents;
import org.apache.ibatis.session.SqlSession;

/** Lets people in who sign up by themselves, and asks them to confirm their address. */
public final class Newcomers {
    private final Transactions transactions;
    private final Members members;
    private final Addresses addresses;
    private final Consents consents;

    public Newcomers(Transactions transactions, Members members, Addresses addresses, Consents consents) {
        this.transactions = transactions;
        this.members = members;
        this.addresses = addresses;
        this.consents = consents;
    }

    /**
     * @param applicant with the address they typed; both boxes ticked
     * @throws cash.tuppence.core.Refusal on {@code handle} or {@code email} where it is somebody else's already
     */
    Viewer admit(NewMember applicant) {
        Viewer newcomer = transactions.run(session -> admit(session, applicant));
        addresses.committed();
        return newcomer;
    }

    private Viewer admit(SqlSession session, NewMember applicant) {
        String typed = applicant.email();
        Viewer newcomer = members.create(session, applicant.with(addresses.firstOf(session, typed)));
        consents.ofNewcomer(session, newcomer.memberId());
        addresses.askToConfirm(session, newcomer.memberId(), typed);
        return newcomer;
    }
}
