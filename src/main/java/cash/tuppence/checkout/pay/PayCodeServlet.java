package cash.tuppence.checkout.pay;

import cash.tuppence.checkout.Checkout;
import cash.tuppence.checkout.Checkouts;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.RouteMatch;
import cash.tuppence.web.Urls;
import cash.tuppence.web.page.QrCode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /pay/{checkout}/code.svg}: the payment page's address, for the camera of another device. */
public final class PayCodeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Checkouts checkouts;
    private final transient Urls urls;

    public PayCodeServlet(Checkouts checkouts, Urls urls) {
        this.checkouts = checkouts;
        this.urls = urls;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Checkout checkout = RouteMatch.of(request)
                .flatMap(match -> checkouts.find(match.variables().get("checkout")))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        byte[] svg = QrCode.of(urls.absolute(checkout.path())).svg().getBytes(StandardCharsets.UTF_8);
        response.setContentType("image/svg+xml");
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.setContentLength(svg.length);
        response.getOutputStream().write(svg);
    }
}
