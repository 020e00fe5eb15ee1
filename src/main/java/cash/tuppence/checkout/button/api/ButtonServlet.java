package cash.tuppence.checkout.button.api;

import cash.tuppence.checkout.button.Button;
import cash.tuppence.checkout.button.ButtonJsons;
import cash.tuppence.checkout.button.ButtonPatch;
import cash.tuppence.checkout.button.ButtonState;
import cash.tuppence.checkout.button.Buttons;
import cash.tuppence.web.json.Answer;
import cash.tuppence.web.json.Call;
import cash.tuppence.web.json.Json;
import cash.tuppence.web.json.JsonServlet;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/buttons/{id}}: how one stands; what the merchant changes of it; an end to it. */
public final class ButtonServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Buttons buttons;
    private final transient ButtonJsons jsons;
    private final transient Shopkeepers shopkeepers;

    public ButtonServlet(Json json, Buttons buttons, ButtonJsons jsons, Shopkeepers shopkeepers) {
        super(json);
        this.buttons = buttons;
        this.jsons = jsons;
        this.shopkeepers = shopkeepers;
    }

    @Override
    protected Answer get(Call call) {
        return call.ok(jsons.of(shopkeepers.button(call)));
    }

    @Override
    protected Answer patch(Call call) throws IOException {
        Button button = shopkeepers.button(call);
        ButtonPatch patch =
                new ButtonPatch(json(), call.body(JsonNode.class), shopkeepers.seller(Shopkeepers.caller(call)));
        return call.ok(jsons.of(buttons.change(button, patch)));
    }

    /** It is retired and not erased: what was paid by it stays explained. Once more changes nothing. */
    @Override
    protected Answer delete(Call call) {
        return call.ok(jsons.of(buttons.put(shopkeepers.button(call), ButtonState.RETIRED)));
    }
}
