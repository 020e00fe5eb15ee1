package cash.tuppence.business.settings;

import cash.tuppence.business.card.Cards;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** {@code /business/HANDLE/settings/picture}: send a picture, or remove it. */
public final class PictureServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "picture";

    private final transient Pages pages;
    private final transient Cards cards;
    private final transient SettingsPage settings;
    private final transient PictureMaker maker = new PictureMaker();

    public PictureServlet(Pages pages, Cards cards) {
        super(pages);
        this.pages = pages;
        this.cards = cards;
        this.settings = new SettingsPage(cards);
    }

    @Override
    protected void post(Page page) throws IOException {
        long profileId = Acting.of(page.request()).profileId();
        try {
            if (page.parameter("action").equals("remove")) {
                cards.removePicture(profileId);
            } else {
                cards.setPicture(profileId, maker.make(sent(page)));
            }
        } catch (Refusal refusal) {
            showAgain(page, refusal);
            return;
        }
        SettingsPage.redirect(page);
    }

    /** The other forms of the page show what is kept. */
    private void showAgain(Page page, Refusal refusal) throws IOException {
        Map<String, Object> model = new HashMap<>(settings.model(page));
        model.put("errors", Map.of(FIELD, pages.text(refusal, page.request())));
        page.render(refusal.reason().status(), SettingsPage.TEMPLATE, model);
    }

    private static byte[] sent(Page page) throws IOException {
        try {
            Part part = page.request().getPart(FIELD);
            if (part == null || part.getSize() == 0) {
                throw new Refusal(Reason.PICTURE_MISSING);
            }
            try (InputStream in = part.getInputStream()) {
                return in.readNBytes(PictureMaker.MOST_BYTES + 1);
            }
        } catch (ServletException notMultipart) {
            throw new Refusal(Reason.PICTURE_MISSING);
        }
    }
}
