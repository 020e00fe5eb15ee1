package cash.tuppence.business.keys;

import cash.tuppence.business.frame.Acting;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.page.Page;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page of keys shows. */
final class KeysPage {
    static final String TEMPLATE = "business/keys";
    static final String PATH = "/keys";

    private final ApiKeys keys;

    KeysPage(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * A permission to choose.
     *
     * @param liveToo whether the member may give it to a live key
     */
    public record Choice(String text, boolean usual, boolean liveToo) {}

    Map<String, Object> model(Page page) {
        Acting acting = Acting.of(page.request());
        Map<String, Object> model = new HashMap<>();
        model.put("keys", keys.list(acting.profileId()));
        model.put("choices", choices(acting));
        return model;
    }

    /** With a key that was made, for the only time. */
    Map<String, Object> model(Page page, String made) {
        Map<String, Object> model = model(page);
        model.put("made", made);
        return model;
    }

    private static List<Choice> choices(Acting acting) {
        return Arrays.stream(KeyPermission.values())
                .filter(one -> one != KeyPermission.READ)
                .map(one -> new Choice(one.text(), KeyPermission.USUAL.contains(one), mayGive(acting, one)))
                .toList();
    }

    private static boolean mayGive(Acting acting, KeyPermission permission) {
        return permission.mayBeGivenBy(area -> acting.may(area, "write"));
    }

    /**
     * @throws Refusal where one of these moves cash out of the wallet and the member's own role may not
     */
    static void requireMayGive(Acting acting, Set<KeyPermission> permissions) {
        if (!permissions.stream().allMatch(one -> mayGive(acting, one))) {
            throw new Refusal(Reason.KEY_BEYOND_ROLE).on("permissions");
        }
    }

    /** The key that the URL names by its number. */
    static long id(Page page) {
        String text = page.variable("id");
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(Reason.NOT_FOUND);
        }
        return Long.parseLong(text);
    }
}
