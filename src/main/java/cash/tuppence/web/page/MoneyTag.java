package cash.tuppence.web.page;

import cash.tuppence.core.Money;
import cash.tuppence.web.Formats;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** {@code tp:money="${amount}"}: the amount as the reader is used to seeing it. */
final class MoneyTag extends AbstractStandardExpressionAttributeTagProcessor {
    private static final int AS_TH_TEXT = 1300;

    MoneyTag(String prefix) {
        super(TemplateMode.HTML, prefix, "money", AS_TH_TEXT, true);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String expression,
            Object value,
            IElementTagStructureHandler structure) {
        structure.setBody(HtmlEscape.escapeHtml5Xml(Formats.money((Money) value, context.getLocale())), false);
    }
}
