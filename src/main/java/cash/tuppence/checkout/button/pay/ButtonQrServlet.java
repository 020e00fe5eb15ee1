package cash.tuppence.checkout.button.pay;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import cash.tuppence.web.page.QrCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /pay/button/{button}/qr.svg}: the way to the button's page, for a poster or the label of a jar. */
public final class ButtonQrServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient Buttons buttons;

    public ButtonQrServlet(Pages pages, Buttons buttons) {
        super(pages);
        this.pages = pages;
        this.buttons = buttons;
    }

    @Override
    protected void get(Page page) throws IOException {
        Button button = buttons.find(page.variable("button")).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        byte[] picture = QrCode.of(pages.urls().absolute(button.path())).svg().getBytes(StandardCharsets.UTF_8);
        page.response().setContentType("image/svg+xml");
        page.response().setHeader("Cache-Control", "public, max-age=86400");
        page.response().setContentLength(picture.length);
        page.response().getOutputStream().write(picture);
    }
}
