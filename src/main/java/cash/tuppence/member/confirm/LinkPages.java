package cash.tuppence.member.confirm;

import cash.tuppence.web.page.Page;

/** What pages have in common whose address is a secret. */
public final class LinkPages {
    private LinkPages() {}

    /** No page that this one leads to hears where it was. */
    public static void hideToken(Page page) {
        page.response().setHeader("Referrer-Policy", "no-referrer");
    }
}
