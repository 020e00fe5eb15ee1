package cash.tuppence.member.data;

import cash.tuppence.member.Viewer;
import cash.tuppence.member.picture.Pictures;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.RateLimits.Limit;
import cash.tuppence.web.page.Page;
import cash.tuppence.web.page.PageServlet;
import cash.tuppence.web.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** {@code /settings/data/tuppence.zip}. */
public final class ArchiveServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Limit BY_MEMBER = new Limit("archives", 10, Duration.ofHours(1));
    private static final String ABOUT = """
            All that Tuppence keeps about you.

            Each kind of thing is here twice: as JSON, for programs, and as CSV, for a spreadsheet.
            Times are in UTC. Amounts are written with a dot. In CSV, an apostrophe stands before
            text that a spreadsheet would take for a formula.

            transfers: what came and went, newest first. What is empty does not apply.
            Passwords, tokens and codes are not here: we do not know them ourselves.
            """;

    private final transient Archive archive;
    private final transient Pictures pictures;
    private final transient RateLimits limits;

    public ArchiveServlet(Pages pages, Archive archive, Pictures pictures, RateLimits limits) {
        super(pages);
        this.archive = archive;
        this.pictures = pictures;
        this.limits = limits;
    }

    @Override
    protected void get(Page page) throws IOException {
        Viewer viewer = Viewer.required(page.request());
        limits.take(BY_MEMBER, String.valueOf(viewer.memberId()));
        byte[] picture = pictures.png(viewer.profileId()).orElse(new byte[0]);
        HttpServletResponse response = page.response();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"tuppence.zip\"");
        response.setHeader("Cache-Control", "no-store");
        archive.write(viewer, ABOUT, picture, response.getOutputStream());
    }
}
