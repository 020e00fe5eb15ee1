package cash.tuppence.web.page;

import cash.tuppence.web.Urls;
import cash.tuppence.web.file.StaticFiles;
import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** {@code @{/…}} in templates: below our context path, and for a file with its version, so that it can be kept for good. */
final class Links extends StandardLinkBuilder {
    private final Urls urls;
    private final StaticFiles assets;

    Links(Urls urls, StaticFiles assets) {
        this.urls = urls;
        this.assets = assets;
    }

    @Override
    protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
        return urls.contextPath();
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        String path = link.startsWith(urls.contextPath())
                ? link.substring(urls.contextPath().length())
                : link;
        return assets.find(path).map(file -> link + "?v=" + file.version()).orElse(link);
    }
}
