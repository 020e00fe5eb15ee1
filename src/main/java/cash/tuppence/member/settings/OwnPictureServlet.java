package cash.tuppence.member.settings;

import cash.tuppence.core.Refusal;
import cash.tuppence.member.Viewer;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.member.picture.Upload;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;

/** {@code /settings/profile/picture}: send a picture, or remove it. */
public final class OwnPictureServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pictures pictures;
    private final transient PictureMaker maker;
    private final transient ProfilePage shown;

    public OwnPictureServlet(Pages pages, Pictures pictures, PictureMaker maker, ProfilePage shown) {
        super(pages);
        this.pictures = pictures;
        this.maker = maker;
        this.shown = shown;
    }

    @Override
    protected void post(Page page) throws IOException {
        long profileId = Viewer.required(page.request()).profileId();
        try {
            if (page.parameter("action").equals("remove")) {
                pictures.remove(profileId);
            } else {
                pictures.set(profileId, maker.make(Upload.of(page)));
            }
        } catch (Refusal refusal) {
            shown.again(page, refusal.on(Upload.FIELD));
            return;
        }
        ProfilePage.redirect(page);
    }
}
