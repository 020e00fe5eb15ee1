package cash.tuppence.app;

import cash.tuppence.app.config.Settings;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.DatabaseFailure;
import cash.tuppence.ledger.PostingFailed;
import cash.tuppence.web.ClientAddresses;
import cash.tuppence.web.Messages;
import cash.tuppence.web.RateLimits;
import cash.tuppence.web.Urls;
import cash.tuppence.web.error.ErrorAnswers;
import cash.tuppence.web.file.StaticFiles;
import cash.tuppence.web.file.Widget;
import cash.tuppence.web.guard.Csrf;
import cash.tuppence.web.health.Readiness;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.page.Pages;
import cash.tuppence.web.page.Templates;
import jakarta.servlet.ServletContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;

/** What every servlet may need. */
final class Web {
    private final StaticFiles assets;
    private final Optional<Widget> widget = Widget.load();
    private final Json json = new Json();
    private final Readiness readiness = new Readiness();
    private final Csrf csrf;
    private final Pages pages;
    private final RateLimits limits;
    private final ErrorAnswers errors;

    Web(Foundation base, Urls urls, ServletContext context) {
        Settings settings = base.settings();
        Messages messages = new Messages();
        assets = new StaticFiles(context, "/assets/");
        csrf = new Csrf(base.secretKey(), urls);
        Templates templates = new Templates(context, urls, messages, assets);
        pages = new Pages(
                templates,
                messages,
                urls,
                csrf,
                new ClientAddresses(settings.trustedProxies()),
                MailParts.hasMailbox(settings));
        limits = new RateLimits(percent(settings.rateLimitsScale()), base.clock(), base.buckets());
        errors = new ErrorAnswers(pages, json, Web::meaning);
    }

    private static int percent(BigDecimal scale) {
        BigDecimal percent = scale.movePointRight(2).setScale(0, RoundingMode.UP);
        return percent.min(BigDecimal.valueOf(100_000_000)).intValueExact();
    }

    /** What exceptions of the layers below mean to whoever asked; all others are incidents. */
    static Optional<Refusal> meaning(Throwable failure) {
        if (failure instanceof PostingFailed failed) {
            return failed.isAway() ? Optional.of(new Refusal(Reason.OUTCOME_UNKNOWN)) : Optional.empty();
        }
        return failure instanceof PersistenceException && failure.getCause() instanceof SQLException cause
                ? meaning(cause)
                : Optional.empty();
    }

    private static Optional<Refusal> meaning(SQLException cause) {
        if (DatabaseFailure.isConnectionLost(cause)) {
            return Optional.of(new Refusal(Reason.OUTCOME_UNKNOWN));
        }
        return DatabaseFailure.isForeignText(cause) ? Optional.of(new Refusal(Reason.BAD_REQUEST)) : Optional.empty();
    }

    StaticFiles assets() {
        return assets;
    }

    Optional<Widget> widget() {
        return widget;
    }

    Json json() {
        return json;
    }

    Readiness readiness() {
        return readiness;
    }

    Csrf csrf() {
        return csrf;
    }

    Pages pages() {
        return pages;
    }

    RateLimits limits() {
        return limits;
    }

    ErrorAnswers errors() {
        return errors;
    }
}
