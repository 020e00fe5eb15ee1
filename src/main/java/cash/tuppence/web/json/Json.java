package cash.tuppence.web.json;

import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON as the API speaks it: names in snake_case, times by RFC 3339, cash as an amount in text and a currency. */
public final class Json {
    private static final String CONTENT_TYPE = "application/json";
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Money.class, new MoneySerializer()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // An amount sent as a number would have gone through somebody's floating point.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, Json::takeTextOnly)
            // What is kept as it was sent comes back to the digit.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // A second and a half is no number of seconds.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static void takeTextOnly(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Reads a body.
     *
     * @throws Refusal where it is no JSON (400), or a member has a wrong type (422, on that member)
     */
    public <T> T read(byte[] body, Class<T> type) {
        return read(() -> mapper.readValue(body, type));
    }

    /**
     * Reads a part of a body.
     *
     * @throws Refusal where it is none of these, or a member has a wrong type (422, on that member)
     */
    public <T> T read(JsonNode part, Class<T> type) {
        return read(() -> mapper.treeToValue(part, type));
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            T value = reading.get();
            if (value == null) {
                throw new Refusal(Reason.BAD_REQUEST);
            }
            return value;
        } catch (InputCoercionException tooLarge) {
            throw mismatch(tooLarge);
        } catch (StreamReadException malformed) {
            throw new Refusal(Reason.BAD_REQUEST);
        } catch (MismatchedInputException mismatch) {
            throw mismatch(mismatch);
        } catch (JacksonException other) {
            throw new Refusal(Reason.BAD_REQUEST);
        }
    }

    private static Refusal mismatch(JacksonException mismatch) {
        String field = mismatch.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? new Refusal(Reason.BAD_REQUEST) : new Refusal(Reason.INVALID).on(field);
    }

    /** Any value as a tree of maps, lists, text and numbers, for metadata that we keep as it was sent. */
    public JsonMapper mapper() {
        return mapper;
    }

    void send(HttpServletResponse response, Answer answer) throws IOException {
        if (answer.replayed()) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        send(response, answer.status(), answer.status() >= 400 ? PROBLEM_TYPE : CONTENT_TYPE, answer.json());
    }

    /** Answers with a problem document. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        send(response, problem.status(), PROBLEM_TYPE, write(problem));
    }

    private static void send(HttpServletResponse response, int status, String contentType, String json)
            throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static final class MoneySerializer extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("amount", money.toDecimal());
            out.writeStringProperty("currency", money.asset().code());
            out.writeEndObject();
        }
    }
}
