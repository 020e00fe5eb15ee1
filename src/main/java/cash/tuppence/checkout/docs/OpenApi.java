package cash.tuppence.checkout.docs;

import cash.tuppence.web.Urls;
import cash.tuppence.web.json.Json;
import tools.jackson.databind.JsonNode;

/** The API's document, OpenAPI 3.1, with this server's own address and the example's keys in it. */
public final class OpenApi {
    /** What stands in the file for this server. */
    private static final String SERVER = "https://tuppence.example";

    private final String text;

    public OpenApi(Urls urls, Example example) {
        text = DocFile.load("openapi.json")
                .replace(SERVER, urls.absolute(""))
                .replace("http://127.0.0.1:8081", example.shopUrl())
                .replace("pat_demo_payer", example.token())
                .replace("pat_demo_admin", example.operatorToken())
                .replace("sk_live_demo_corner_shop", example.key());
    }

    String text() {
        return text;
    }

    JsonNode tree() {
        return new Json().mapper().readTree(text);
    }
}
