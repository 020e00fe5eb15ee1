package cash.tuppence.web.page;

import cash.tuppence.web.Formats;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** {@code <time tp:when="${at}">}: the time as the reader is used to seeing it, and for programs in {@code datetime}. */
final class WhenTag extends AbstractStandardExpressionAttributeTagProcessor {
    private static final int AS_TH_TEXT = 1300;

    WhenTag(String prefix) {
        super(TemplateMode.HTML, prefix, "when", AS_TH_TEXT, true);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String expression,
            Object value,
            IElementTagStructureHandler structure) {
        Instant at = (Instant) value;
        structure.setAttribute("datetime", at.truncatedTo(ChronoUnit.SECONDS).toString());
        structure.setBody(HtmlEscape.escapeHtml5Xml(Formats.when(at, context.getLocale())), false);
    }
}
