import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;
import java.util.stream.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Shop {
    static String createCheckout(String reference) throws IOException, InterruptedException {
        String order = """
            {"amount": {"amount": "2.50", "currency": "USD"}, "description": "A tin of tea",
             "reference": "%s", "return_url": "@SHOP@/return"}""".formatted(reference);
        HttpRequest request = HttpRequest.newBuilder(URI.create("@TUPPENCE@/api/v1/checkouts"))
                .header("Authorization", "Bearer @KEY@").header("Content-Type", "application/json")
                .header("Idempotency-Key", reference).POST(HttpRequest.BodyPublishers.ofString(order)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
