package cash.tuppence.checkout.button.build;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.ButtonTerms;
import cash.tuppence.web.Formats;
import cash.tuppence.web.Urls;
import cash.tuppence.web.file.Widget;
import java.util.Locale;
import java.util.Optional;

/**
 * The two lines that a merchant copies.
 *
 * @param label what the button says; plain words and an amount, so nothing in it needs escaping
 * @param element the second line, with the link inside that works without JavaScript
 * @param pinned the first line for sites that want to be sure of each byte they run; empty where no widget was built
 */
public record ButtonSnippet(String url, String label, String script, String element, String pinned) {
    /** Stands for the id until there is one. */
    static final String NO_ID = "btn_…";

    static ButtonSnippet of(Button button, Urls urls, Optional<Widget> widget, Locale reader) {
        return of(button.id().text(), button.terms(), urls, widget, reader);
    }

    static ButtonSnippet of(String id, ButtonTerms terms, Urls urls, Optional<Widget> widget, Locale reader) {
        String url = urls.absolute("/pay/button/" + id);
        String label = label(terms, reader);
        String own = terms.kind() == ButtonKind.GIFT ? " label=\"Give\"" : "";
        return new ButtonSnippet(
                url,
                label,
                "<script type=\"module\" src=\"" + urls.absolute("/plugin/v1/tuppence.js") + "\"></script>",
                "<tuppence-button button=\"" + id + "\"" + own + "><a href=\"" + url + "\">" + label
                        + "</a></tuppence-button>",
                widget.map(found -> pinned(found, urls)).orElse(""));
    }

    private static String label(ButtonTerms terms, Locale reader) {
        return switch (terms.kind()) {
            case FIXED -> "Pay " + Formats.money(terms.price(), reader);
            case OPEN -> "Pay what you like";
            case GIFT -> "Give";
        };
    }

    private static String pinned(Widget widget, Urls urls) {
        return "<script type=\"module\" src=\"" + urls.absolute(widget.immutablePath()) + "\" integrity=\""
                + widget.integrity() + "\" crossorigin=\"anonymous\"></script>";
    }

    /** Both lines. */
    public String both() {
        return script + "\n" + element;
    }
}
