package cash.tuppence.wallet.give;

import cash.tuppence.business.Origin;
import cash.tuppence.business.Origins;
import cash.tuppence.business.RedirectSecrets;
import cash.tuppence.business.ReturnUrls;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Profile;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The giver's way back to the site that the donation page was opened from, signed. */
public final class GiveReturn {
    /** So that what is signed for a gift can never stand for a paid checkout. */
    private static final String SIGNED_AS = "give";

    private final Origins origins;
    private final RedirectSecrets secrets;
    private final InstantSource clock;

    public GiveReturn(Origins origins, RedirectSecrets secrets, InstantSource clock) {
        this.origins = origins;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The address to lead back to; empty where none was given, or it lies on no site that the recipient registered. */
    Optional<URI> target(Profile recipient, GiveLink link) {
        if (link.returnUrl().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(ReturnUrls.check(link.returnUrl(), origins.of(recipient.id()))));
        } catch (Refusal notTheirs) {
            return Optional.empty();
        }
    }

    /** Where forms may lead on the way to that address: the site may redirect onward to any other of its own. */
    static String[] formTargets(URI target) {
        return new String[] {"https:", Origin.of(target).orElseThrow().text()};
    }

    /** The address with the gift added, for the site to see that it is true. */
    String url(URI target, TransferRow gift, String reference) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("transfer", gift.publicId().text());
        parameters.put("timestamp", Long.toString(Times.now(clock).getEpochSecond()));
        parameters.put("state", gift.state().name().toLowerCase(Locale.ROOT));
        parameters.put("amount", gift.amount().toDecimal());
        parameters.put("currency", gift.amount().asset().code());
        parameters.put("reference", reference);
        parameters.put("signature", sign(gift, SIGNED_AS + "." + String.join(".", parameters.values())));
        return target + separator(target.toString()) + query(parameters);
    }

    private String sign(TransferRow gift, String content) {
        long recipientId = gift.creditOwnerId().orElseThrow();
        return secrets.of(recipientId, !gift.amount().asset().isPlayMoney()).sign(content);
    }

    private static String separator(String url) {
        if (!url.contains("?")) {
            return "?";
        }
        return url.endsWith("?") || url.endsWith("&") ? "" : "&";
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> "tuppence_" + one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A space as {@code %20}: a plus sign is a space only to those who read a query as a form. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
