package cash.tuppence.business;

import cash.tuppence.business.card.Card;
import cash.tuppence.business.card.Cards;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /directory}: all shops and causes. */
public final class DirectoryServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    private final transient Profiles profiles;
    private final transient Cards cards;

    public DirectoryServlet(Pages pages, Profiles profiles, Cards cards) {
        super(pages);
        this.cards = cards;
        this.profiles = profiles;
    }

    @Override
    protected void get(Page page) throws IOException {
        String wanted = page.parameter("q").strip().toLowerCase(Locale.ROOT);
        List<Profile> meant = profiles.businesses(MOST).stream()
                .filter(business -> isMeant(business, wanted))
                .toList();
        Map<Long, Card> shown = cards.ofAll(meant.stream().map(Profile::id).toList());
        List<Entry> found = meant.stream()
                .map(business -> Entry.of(business, shown.getOrDefault(business.id(), Card.NONE)))
                .toList();
        page.render("business/directory", Map.of("businesses", found), page.form());
    }

    private static boolean isMeant(Profile business, String wanted) {
        String handle = wanted.startsWith("@") ? wanted.substring(1) : wanted;
        return business.name().toLowerCase(Locale.ROOT).contains(wanted)
                || business.handle().contains(handle);
    }

    /**
     * A line of the directory.
     *
     * @param markPath of its picture; empty where it has none
     */
    public record Entry(String name, String handle, String about, String markPath) {
        static Entry of(Profile business, Card card) {
            String markPath = card.markPath(business.handle()).orElse("");
            return new Entry(business.name(), business.handle(), business.about(), markPath);
        }
    }
}
