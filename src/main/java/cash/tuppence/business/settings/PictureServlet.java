package cash.tuppence.business.settings;

import cash.tuppence.business.card.Cards;
import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.member.picture.Upload;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** {@code /business/HANDLE/settings/picture}: send a picture, or remove it. */
public final class PictureServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient Pictures pictures;
    private final transient SettingsPage settings;
    private final transient PictureMaker maker;

    public PictureServlet(Pages pages, Cards cards, Pictures pictures, PictureMaker maker) {
        super(pages);
        this.pages = pages;
        this.pictures = pictures;
        this.maker = maker;
        this.settings = new SettingsPage(cards);
    }

    @Override
    protected void post(Page page) throws IOException {
        long profileId = Acting.of(page.request()).profileId();
        try {
            if (page.parameter("action").equals("remove")) {
                pictures.remove(profileId);
            } else {
                pictures.set(profileId, maker.make(Upload.of(page)));
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
        model.put("errors", Map.of(Upload.FIELD, pages.text(refusal, page.request())));
        page.render(refusal.reason().status(), SettingsPage.TEMPLATE, model);
    }
}
