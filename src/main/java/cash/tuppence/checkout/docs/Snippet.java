package cash.tuppence.checkout.docs;

import cash.tuppence.web.Urls;
import cash.tuppence.web.file.Widget;
import java.util.Optional;

/** The two lines that a store copies. */
final class Snippet {
    private final Urls urls;
    private final Optional<Widget> widget;

    Snippet(Urls urls, Optional<Widget> widget) {
        this.urls = urls;
        this.widget = widget;
    }

    String html() {
        return "<script type=\"module\" src=\"" + urls.absolute("/plugin/v1/tuppence.js") + "\"></script>\n"
                + "<tuppence-button create=\"/my-shop/checkout\" reference=\"order-17\">"
                + "<form method=\"post\" action=\"/my-shop/checkout\">"
                + "<input type=\"hidden\" name=\"reference\" value=\"order-17\"><button>Pay</button></form>"
                + "</tuppence-button>";
    }

    /** For a page without any server: whoever presses it gives. */
    String gift() {
        return "<tuppence-button give=\"@library\" amounts=\"1,2,5\" currency=\"USD\">" + "<a href=\""
                + urls.absolute("/give/library") + "\">Give</a></tuppence-button>";
    }

    /** The first line for stores that want to be sure of each byte that they run. Empty where no widget was built. */
    Optional<String> pinned() {
        return widget.map(found -> "<script type=\"module\" src=\"" + urls.absolute(found.immutablePath())
                + "\" integrity=\"" + found.integrity() + "\" crossorigin=\"anonymous\"></script>");
    }
}
