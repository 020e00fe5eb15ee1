package cash.tuppence.member.token;

import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.api.AccessToken;
import cash.tuppence.member.api.AccessTokens;
import cash.tuppence.member.notice.NoticeKind;
import cash.tuppence.member.notice.Notices;
import java.util.List;

/** The tokens that members make for programs of their own. */
public final class OwnTokens {
    private final Transactions transactions;
    private final AccessTokens tokens;
    private final Notices notices;

    public OwnTokens(Transactions transactions, AccessTokens tokens, Notices notices) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.notices = notices;
    }

    /**
     * Makes one and tells it, for the only time; its owner is told of it by mail.
     *
     * @throws Refusal where they have too many
     */
    String make(long memberId, TokenForm wanted) {
        String made = transactions.run(session -> {
            String token = tokens.make(session, memberId, wanted.name(), wanted.scopes(), wanted.expiresAt());
            notices.write(session, memberId, NoticeKind.TOKEN_MADE, wanted.name());
            return token;
        });
        notices.committed();
        return made;
    }

    /** Those that let somebody in, newest first. */
    List<AccessToken> list(long memberId) {
        return tokens.list(memberId);
    }
}
