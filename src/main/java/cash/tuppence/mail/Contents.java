package cash.tuppence.mail;

import cash.tuppence.core.Money;
import cash.tuppence.web.Formats;
import cash.tuppence.web.Urls;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mails from the templates in {@code mail/}: a text, whose first line is the subject, and the same as HTML. They
 * are resources, since jobs of the command line write mails too. Besides its own words each knows {@code home}, our
 * address.
 */
final class Contents {
    /** As long as a person reads; mail programs show less. */
    private static final int MOST_SUBJECT = 150;

    private static final String SUBJECT = "Subject: ";

    /** We know no other language of a recipient yet. */
    private static final Locale READER = Locale.US;

    private final TemplateEngine engine = new TemplateEngine();
    private final Urls urls;

    Contents(Urls urls) {
        this.urls = urls;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Contents.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    Content write(NewMail mail) {
        Context context = new Context(READER, words(mail.words()));
        String text = engine.process(mail.template() + ".txt", context);
        int end = text.indexOf('\n');
        if (!text.startsWith(SUBJECT) || end < 0) {
            throw new IllegalArgumentException("the first line of the text is no subject: " + mail.template());
        }
        String subject = subject(text.substring(SUBJECT.length(), end));
        return new Content(
                subject, text.substring(end).strip() + "\n", engine.process(mail.template() + ".html", context));
    }

    private Map<String, Object> words(Map<String, Object> given) {
        Map<String, Object> words = new HashMap<>();
        words.put("home", urls.absolute("/"));
        given.forEach((name, value) -> words.put(name, shown(value)));
        return words;
    }

    private static Object shown(Object value) {
        if (value instanceof Money money) {
            return Formats.money(money, READER);
        }
        if (value instanceof Instant instant) {
            return Formats.when(instant, READER);
        }
        return value instanceof String text ? oneLine(text) : value;
    }

    /** What somebody typed, such as a name, must end no line of a mail, in its head or below. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String subject(String written) {
        String line = oneLine(written);
        int most = line.offsetByCodePoints(0, Math.min(MOST_SUBJECT, line.codePointCount(0, line.length())));
        return line.substring(0, most);
    }
}
