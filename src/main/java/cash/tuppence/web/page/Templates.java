package cash.tuppence.web.page;

import cash.tuppence.web.Formats;
import cash.tuppence.web.Messages;
import cash.tuppence.web.Urls;
import cash.tuppence.web.file.StaticFiles;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Writer;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The templates under {@code WEB-INF/templates}, read once. */
public final class Templates {
    private final TemplateEngine engine = new TemplateEngine();
    private final JakartaServletWebApplication application;

    public Templates(ServletContext context, Urls urls, Messages messages, StaticFiles assets) {
        application = JakartaServletWebApplication.buildApplication(context);
        WebApplicationTemplateResolver resolver = new WebApplicationTemplateResolver(application);
        resolver.setPrefix("/WEB-INF/templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new BundleMessages(messages));
        engine.setLinkBuilder(new Links(urls, assets));
        engine.addDialect(new TuppenceDialect());
    }

    void render(
            String template,
            Map<String, Object> model,
            HttpServletRequest request,
            HttpServletResponse response,
            Writer out) {
        WebContext context =
                new WebContext(application.buildExchange(request, response), Formats.locale(request), model);
        engine.process(template, context, out);
    }
}
