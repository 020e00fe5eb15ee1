package cash.tuppence.web.page;

import java.util.Set;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/** What our templates can say beyond Thymeleaf's own: {@code tp:money} and {@code tp:when}. */
final class TuppenceDialect extends AbstractProcessorDialect {
    private static final int PRECEDENCE = 1000;

    TuppenceDialect() {
        super("Tuppence", "tp", PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new MoneyTag(prefix), new WhenTag(prefix));
    }
}
