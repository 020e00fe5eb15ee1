package cash.tuppence.checkout.button;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.web.Faults;
import cash.tuppence.web.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays what a program sends over a button as it stands (RFC 7396: what is null is taken away, what is absent stays), and
 * checks the whole.
 */
public final class ButtonPatch implements Buttons.ButtonChange {
    private final Json json;
    private final ObjectNode sent;
    private final Seller seller;

    /**
     * @throws Refusal where it is no object
     */
    public ButtonPatch(Json json, JsonNode sent, Seller seller) {
        if (!(sent instanceof ObjectNode object)) {
            throw new Refusal(Reason.BAD_REQUEST);
        }
        this.json = json;
        this.sent = object;
        this.seller = seller;
    }

    @Override
    public ButtonWish of(Button current) {
        ObjectNode whole = json.mapper().valueToTree(ButtonBody.of(current));
        whole.setAll(sent);
        ButtonBody body = json.read(whole, ButtonBody.class);
        Faults faults = new Faults();
        requireSameNature(current, body, faults);
        Optional<ButtonWish> wish = ButtonReader.read(body, seller, faults);
        faults.throwIfAny();
        return wish.orElseThrow();
    }

    /** What was collected is in one currency, and was given for one kind of thing. */
    private static void requireSameNature(Button current, ButtonBody body, Faults faults) {
        if (!current.terms().kind().publicName().equals(body.kind())) {
            faults.add("kind", Reason.UNCHANGEABLE);
        }
        if (!current.terms().asset().code().equals(body.currency())) {
            faults.add("currency", Reason.UNCHANGEABLE);
        }
    }
}
