package cash.tuppence.app;

import cash.tuppence.backoffice.trail.TrailPages;
import cash.tuppence.business.BusinessMapper;
import cash.tuppence.business.card.CardMapper;
import cash.tuppence.business.connect.ConnectMapper;
import cash.tuppence.business.keys.KeyMapper;
import cash.tuppence.business.start.TakingsMapper;
import cash.tuppence.business.team.TeamMapper;
import cash.tuppence.checkout.CheckoutMapper;
import cash.tuppence.checkout.books.BooksMapper;
import cash.tuppence.checkout.button.ButtonMapper;
import cash.tuppence.checkout.refund.RefundMapper;
import cash.tuppence.ledger.AccountMapper;
import cash.tuppence.ledger.SettlementMapper;
import cash.tuppence.ledger.TransferMapper;
import cash.tuppence.ledger.audit.Audit;
import cash.tuppence.mail.MailMapper;
import cash.tuppence.member.ConfirmedAddressMapper;
import cash.tuppence.member.FormerHandleMapper;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.api.AccessTokenMapper;
import cash.tuppence.member.confirm.AddressMapper;
import cash.tuppence.member.data.DataMapper;
import cash.tuppence.member.factor.FactorMapper;
import cash.tuppence.member.leave.LeaveMapper;
import cash.tuppence.member.limit.LimitMapper;
import cash.tuppence.member.link.LinkMapper;
import cash.tuppence.member.notice.NoticeMapper;
import cash.tuppence.member.notification.NotificationMapper;
import cash.tuppence.member.passkey.PasskeyMapper;
import cash.tuppence.member.password.ResetMapper;
import cash.tuppence.member.picture.PictureMapper;
import cash.tuppence.member.region.RegionMapper;
import cash.tuppence.member.session.SignedInMapper;
import cash.tuppence.member.signin.RememberedMapper;
import cash.tuppence.member.signin.SessionMapper;
import cash.tuppence.member.terms.ConsentMapper;
import cash.tuppence.outbox.EventMapper;
import cash.tuppence.trail.Trail;
import cash.tuppence.wallet.activity.ActivityMapper;
import cash.tuppence.wallet.idempotency.KeptAnswerMapper;
import cash.tuppence.wallet.invitation.InvitationMapper;
import cash.tuppence.wallet.listing.TransferListMapper;
import cash.tuppence.wallet.waiting.WaitingMapper;
import cash.tuppence.web.limit.BucketMapper;
import cash.tuppence.webhook.Webhooks;
import java.util.List;
import java.util.stream.Stream;

/** All mappers, one list a feature. */
final class Mappers {
    private static final List<Class<?>> LEDGER =
            List.of(AccountMapper.class, SettlementMapper.class, TransferMapper.class);
    private static final List<Class<?>> OUTBOX = List.of(EventMapper.class);
    private static final List<Class<?>> WEB = List.of(BucketMapper.class);
    private static final List<Class<?>> MAIL = List.of(MailMapper.class);
    private static final List<Class<?>> MEMBER = List.of(
            MemberMapper.class,
            ProfileMapper.class,
            FormerHandleMapper.class,
            DataMapper.class,
            LeaveMapper.class,
            PictureMapper.class,
            ConfirmedAddressMapper.class,
            NotificationMapper.class,
            SessionMapper.class,
            RememberedMapper.class,
            SignedInMapper.class,
            AccessTokenMapper.class,
            FactorMapper.class,
            PasskeyMapper.class,
            LimitMapper.class,
            RegionMapper.class,
            ConsentMapper.class);
    private static final List<Class<?>> CREDENTIALS =
            List.of(LinkMapper.class, AddressMapper.class, NoticeMapper.class, ResetMapper.class);
    private static final List<Class<?>> BUSINESS = List.of(
            BusinessMapper.class,
            CardMapper.class,
            ConnectMapper.class,
            KeyMapper.class,
            TeamMapper.class,
            TakingsMapper.class);
    private static final List<Class<?>> WALLET = List.of(
            WaitingMapper.class,
            ActivityMapper.class,
            InvitationMapper.class,
            KeptAnswerMapper.class,
            TransferListMapper.class);
    private static final List<Class<?>> CHECKOUT =
            List.of(CheckoutMapper.class, ButtonMapper.class, RefundMapper.class, BooksMapper.class);
    private static final List<Class<?>> APP = List.of(InstallationMapper.class);

    private Mappers() {}

    static List<Class<?>> all() {
        return Stream.of(
                        LEDGER,
                        Audit.MAPPERS,
                        Trail.MAPPERS,
                        TrailPages.MAPPERS,
                        OUTBOX,
                        WEB,
                        MAIL,
                        MEMBER,
                        CREDENTIALS,
                        BUSINESS,
                        WALLET,
                        Webhooks.MAPPERS,
                        CHECKOUT,
                        APP)
                .flatMap(List::stream)
                .toList();
    }
}
