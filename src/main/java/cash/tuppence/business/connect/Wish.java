package cash.tuppence.business.connect;

import cash.tuppence.business.Origin;
import cash.tuppence.business.keys.KeyPermission;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a program asks for.
 *
 * @param name what it calls itself, which nobody has checked
 * @param returnUrl where the answer goes, to the letter
 * @param state comes back with the answer, as it is
 * @param challenge {@link Challenge}, as it was sent
 */
public record Wish(
        String name,
        String returnUrl,
        String state,
        Set<KeyPermission> permissions,
        boolean livemode,
        String challenge) {
    static final String PATH = "/business/connect";

    /** The area that whoever hands out a key must be able to change. */
    private static final String KEYS = "keys";

    public Wish {
        permissions = Set.copyOf(permissions);
    }

    /** The site that the answer goes to. */
    public Origin origin() {
        return Origin.of(URI.create(returnUrl)).orElseThrow();
    }

    public boolean may(KeyPermission permission) {
        return permissions.contains(permission);
    }

    /** Whether somebody may say yes to it who may change those areas of a business. */
    boolean mayBeGrantedBy(Predicate<String> mayWrite) {
        return mayBeGranted(permissions, livemode, mayWrite);
    }

    static boolean mayBeGranted(Set<KeyPermission> permissions, boolean livemode, Predicate<String> mayWrite) {
        return mayWrite.test(KEYS) && (!livemode || permissions.stream().allMatch(one -> one.mayBeGivenBy(mayWrite)));
    }

    /** All of it again, as parameters of the page. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(WishForm.NAME, name);
        parameters.put(WishForm.RETURN_URL, returnUrl);
        parameters.put(WishForm.STATE, state);
        parameters.put(WishForm.PERMISSIONS, KeyPermission.join(permissions));
        parameters.put(WishForm.MODE, livemode ? WishForm.LIVE : WishForm.TEST);
        parameters.put(WishForm.CHALLENGE, challenge);
        return parameters;
    }

    /** Where it is asked, below the context path. */
    public String path() {
        return PATH + "?" + query(parameters());
    }

    String withCode(String code) {
        return back(Map.of("code", code));
    }

    /** As OAuth says it (RFC 6749, 4.1.2.1), since libraries know that. */
    String declined() {
        return back(Map.of("error", "access_denied"));
    }

    private String back(Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        parameters.put(WishForm.STATE, state);
        return returnUrl + separator() + query(parameters);
    }

    private String separator() {
        if (!returnUrl.contains("?")) {
            return "?";
        }
        return returnUrl.endsWith("?") || returnUrl.endsWith("&") ? "" : "&";
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A space as {@code %20}: a plus sign is a space only to those who read a query as a form. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
