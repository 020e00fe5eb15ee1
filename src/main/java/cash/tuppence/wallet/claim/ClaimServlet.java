package cash.tuppence.wallet.claim;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.ledger.OperationId;
import cash.tuppence.ledger.Outcome;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.Once;
import cash.tuppence.wallet.Parties;
import cash.tuppence.wallet.Transfers;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /claim/{token}}: what waits behind a link. Anybody who has the link may see it, take it or decline it. */
public final class ClaimServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE = "wallet/claim";
    private static final int CONFLICT = 409;

    private final transient ClaimDoor door;
    private final transient Claims claims;
    private final transient Transfers transfers;
    private final transient Parties parties;

    public ClaimServlet(Pages pages, ClaimDoor door, Claims claims, Transfers transfers, Parties parties) {
        super(pages);
        this.door = door;
        this.claims = claims;
        this.transfers = transfers;
        this.parties = parties;
    }

    @Override
    protected void get(Page page) throws IOException {
        page.render(TEMPLATE, model(page, gift(page)));
    }

    @Override
    protected void post(Page page) throws IOException {
        TransferRow gift = gift(page);
        switch (page.parameter("action")) {
            case "accept" -> accept(page, gift);
            case "decline" -> decline(page, gift);
            case "retract" -> retract(page, gift);
            default -> throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    private TransferRow gift(Page page) {
        return door.open(page.variable("token"), page.network());
    }

    private void accept(Page page, TransferRow gift) throws IOException {
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (viewer.isEmpty()) {
            page.redirect("/login?next=" + path(page));
        } else if (isSender(viewer, gift)) {
            page.again(TEMPLATE, model(page, gift), page.form(), new Refusal(Reason.CLAIM_IS_OWN));
        } else {
            Outcome outcome = claims.accept(gift, viewer.get(), operation(page));
            answer(page, gift, outcome, receiptPath(gift));
        }
    }

    private void decline(Page page, TransferRow gift) throws IOException {
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (isSender(viewer, gift)) {
            throw new Refusal(Reason.CLAIM_IS_OWN);
        }
        Outcome outcome = claims.decline(gift, memberId(viewer), operation(page));
        answer(page, gift, outcome, path(page));
    }

    private void retract(Page page, TransferRow gift) throws IOException {
        Optional<Viewer> viewer = Viewer.of(page.request());
        if (!isSender(viewer, gift)) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        Outcome outcome = claims.retract(gift, memberId(viewer), operation(page));
        boolean isOwn = viewer.orElseThrow().profileId() == gift.debitOwnerId();
        answer(page, gift, outcome, isOwn ? receiptPath(gift) : path(page));
    }

    /** Whoever comes second is shown what happened instead. */
    private void answer(Page page, TransferRow gift, Outcome outcome, String path) throws IOException {
        if (outcome instanceof Outcome.Accepted) {
            page.redirect(path);
        } else if (outcome instanceof Outcome.Refused refused && refused.reason() == Reason.LIMIT_BALANCE) {
            page.again(
                    TEMPLATE, model(page, gift), page.form(), refused.denial().refusal());
        } else {
            page.render(CONFLICT, TEMPLATE, model(page, transfers.byKey(gift.id())));
        }
    }

    private Map<String, Object> model(Page page, TransferRow gift) {
        Optional<Viewer> viewer = Viewer.of(page.request());
        Map<String, Object> model = new HashMap<>();
        model.put("invitation", InvitationView.of(gift, claims.stateOf(gift), parties.owner(gift.debitOwnerId())));
        model.put("claimPath", path(page));
        model.put("next", path(page));
        model.put("isOwn", isSender(viewer, gift));
        if (Transfers.maySee(gift, viewer)) {
            model.put("receiptPath", receiptPath(gift));
        }
        model.put("isTaker", isTaker(viewer, gift));
        return model;
    }

    private static OperationId operation(Page page) {
        long memberId = memberId(Viewer.of(page.request()));
        return Once.of(memberId, path(page), page.parameter("action") + page.parameter(Once.FIELD));
    }

    private static long memberId(Optional<Viewer> viewer) {
        return viewer.map(Viewer::memberId).orElse(0L);
    }

    /** The sender, or somebody who may send for the business that did. */
    private static boolean isSender(Optional<Viewer> viewer, TransferRow gift) {
        return viewer.filter(one ->
                        one.profileId() == gift.debitOwnerId() || Acting.mayFor(gift.debitOwnerId(), "send", "write"))
                .isPresent();
    }

    private static boolean isTaker(Optional<Viewer> viewer, TransferRow gift) {
        return viewer.filter(one -> gift.creditOwnerId().equals(Optional.of(one.profileId())))
                .isPresent();
    }

    private static String path(Page page) {
        return "/claim/" + page.variable("token");
    }

    private static String receiptPath(TransferRow gift) {
        return "/transfers/" + gift.publicId().text();
    }
}
