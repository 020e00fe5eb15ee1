package cash.tuppence.checkout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.checkout.Capture;
import cash.tuppence.checkout.CheckoutJson;
import cash.tuppence.checkout.CheckoutState;
import cash.tuppence.checkout.button.ButtonBody;
import cash.tuppence.checkout.button.ButtonJson;
import cash.tuppence.checkout.button.ButtonKind;
import cash.tuppence.checkout.button.ButtonState;
import cash.tuppence.checkout.refund.RefundJson;
import cash.tuppence.core.Reason;
import cash.tuppence.ledger.Kind;
import cash.tuppence.ledger.TransferState;
import cash.tuppence.member.ProfileKind;
import cash.tuppence.member.api.BalanceJson;
import cash.tuppence.member.api.MeServlet;
import cash.tuppence.outbox.EventType;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.wallet.event.TransferJson;
import cash.tuppence.wallet.users.ProfileJson;
import cash.tuppence.wallet.users.UserJson;
import cash.tuppence.web.Route;
import cash.tuppence.web.json.Listing;
import cash.tuppence.web.json.Problem;
import cash.tuppence.webhook.delivery.DeliveryState;
import cash.tuppence.webhook.endpoint.EndpointJson;
import cash.tuppence.webhook.endpoint.EndpointState;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document and the code say the same: routes, methods, members, texts. {@link ApiAnswersTest} sees to the answers. */
class OpenApiTest {
    /** What each shape is in the code. */
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("Money", hidden("wallet.api.TransferRequest$Amount")),
            Map.entry("Balance", BalanceJson.class),
            Map.entry("Me", hidden("member.api.MeServlet$Me")),
            Map.entry("Profile", ProfileJson.class),
            Map.entry("ProfileList", Listing.class),
            Map.entry("UserRequest", hidden("wallet.users.UserRequest")),
            Map.entry("User", UserJson.class),
            Map.entry("Transfer", TransferJson.class),
            Map.entry("TransferRequest", hidden("wallet.api.TransferRequest")),
            Map.entry("TransferList", Listing.class),
            Map.entry("TransferBatchRequest", hidden("wallet.api.BatchRequest")),
            Map.entry("SettlementRequest", hidden("wallet.api.SettlementRequest")),
            Map.entry("EndRequest", hidden("wallet.api.EndRequest")),
            Map.entry("Checkout", CheckoutJson.class),
            Map.entry("CheckoutItem", CheckoutJson.Line.class),
            Map.entry("CheckoutItemRequest", hidden("checkout.api.CheckoutBody$Line")),
            Map.entry("CheckoutRequest", hidden("checkout.api.CheckoutBody")),
            Map.entry("CheckoutList", Listing.class),
            Map.entry("CaptureRequest", hidden("checkout.api.CaptureBody")),
            Map.entry("Refund", RefundJson.class),
            Map.entry("RefundRequest", hidden("checkout.api.RefundBody")),
            Map.entry("RefundList", Listing.class),
            Map.entry("Button", ButtonJson.class),
            Map.entry("ButtonRequest", ButtonBody.class),
            Map.entry("ButtonPatchRequest", ButtonBody.class),
            Map.entry("ButtonList", Listing.class),
            Map.entry("WebhookEndpoint", EndpointJson.class),
            Map.entry("WebhookEndpointWithSecret", hidden("webhook.api.EndpointSecretJson")),
            Map.entry("WebhookEndpointRequest", hidden("webhook.api.EndpointRequest")),
            Map.entry("WebhookEndpointChangeRequest", hidden("webhook.api.EndpointChangeRequest")),
            Map.entry("WebhookEndpointList", Listing.class),
            Map.entry("Deleted", hidden("webhook.api.EndpointServlet$Deleted")),
            Map.entry("Delivery", hidden("webhook.api.DeliveryJson")),
            Map.entry("DeliveryDetail", hidden("webhook.api.DeliveryDetailJson")),
            Map.entry("DeliveryAttempt", hidden("webhook.api.AttemptJson")),
            Map.entry("DeliveryList", Listing.class),
            Map.entry("RedeliverRequest", hidden("webhook.api.RedeliverFailedServlet$Request")),
            Map.entry("Redelivered", hidden("webhook.api.RedeliverFailedServlet$Redelivered")),
            Map.entry("Event", hidden("webhook.api.EventJson")),
            Map.entry("EventList", Listing.class),
            Map.entry("ConnectTokenRequest", hidden("business.connect.TokenRequest")),
            Map.entry("ConnectToken", hidden("business.connect.TokenJson")),
            Map.entry("FieldError", Problem.FieldError.class),
            Map.entry("Problem", Problem.class));

    /** Put together from answers that are written already; the answers' test sees to its shape. */
    private static final Set<String> WITHOUT_RECORD = Set.of("TransferBatch");

    /** Members of these may be left out. */
    private static final Set<String> PARTIAL = Set.of("Problem");

    private static TestServer server;
    private static ApiDocument document;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        document = new ApiDocument(
                server.browser().get("/api/v1/openapi.json").expect(200).body());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Class<?> hidden(String name) {
        try {
            return Class.forName("cash.tuppence." + name, false, MeServlet.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a shape of openapi.json lost its record", e);
        }
    }

    @Test
    void eachRouteAndMethodIsInItAndNoOther() {
        Set<String> offered = server.routes().stream()
                .map(Route::pattern)
                .filter(pattern -> pattern.startsWith("/api/"))
                .flatMap(OpenApiTest::methods)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = document.operations().stream()
                .map(ApiDocument.Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).isEqualTo(offered);
    }

    /** A method that nobody takes is answered with those that are taken. */
    private static Stream<String> methods(String pattern) {
        TestBrowser program = server.browser();
        Reply refused = program.send(program.request(pattern.replaceAll("\\{[a-z]+}", "x"))
                        .header("Authorization", "Bearer pat_demo_admin")
                        .method("PUT", BodyPublishers.noBody()))
                .expect(405);
        return Arrays.stream(refused.header("Allow").split(", "))
                .filter(method -> !method.equals("HEAD") && !method.equals("OPTIONS"))
                .map(method -> method + " " + pattern);
    }

    @Test
    void eachShapeHasTheMembersOfItsRecord() {
        for (Map.Entry<String, JsonNode> schema : document.schemas().properties()) {
            JsonNode members = schema.getValue().path("properties");
            if (members.isMissingNode() || WITHOUT_RECORD.contains(schema.getKey())) {
                continue;
            }
            assertThat(RECORDS).as("the record of a shape").containsKey(schema.getKey());
            assertThat(members.propertyNames())
                    .as(schema.getKey())
                    .containsExactlyInAnyOrderElementsOf(components(RECORDS.get(schema.getKey())));
        }
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void answersAlwaysHaveAllTheirMembers() {
        document.schemas().properties().stream()
                .filter(schema -> schema.getValue().has("properties"))
                .filter(schema -> !schema.getKey().endsWith("Request") && !PARTIAL.contains(schema.getKey()))
                .forEach(schema -> assertThat(
                                schema.getValue().get("required").valueStream().map(JsonNode::asString))
                        .as(schema.getKey())
                        .containsExactlyElementsOf(
                                schema.getValue().get("properties").propertyNames()));
    }

    @Test
    void textsOfWhichOneIsMeantAreThoseOfTheCode() {
        assertValues("TransferState", names(TransferState.values()));
        assertValues("TransferKind", names(Kind.values()));
        assertValues("CheckoutState", names(CheckoutState.values()));
        assertValues("Capture", names(Capture.values()));
        assertValues("ButtonKind", names(ButtonKind.values()));
        assertValues("ButtonState", names(ButtonState.values()));
        assertValues("ProfileKind", names(ProfileKind.values()));
        assertValues("DeliveryState", names(DeliveryState.values()));
        assertValues("EventType", Arrays.stream(EventType.values()).map(EventType::text));
        assertValues("WebhookEndpointState", names(EndpointState.values()).filter(state -> !state.equals("deleted")));
        assertValues(
                "ProblemCode",
                Stream.concat(Arrays.stream(Reason.values()).map(Reason::code), Stream.of("internal_error"))
                        .distinct());
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    private static void assertValues(String schema, Stream<String> expected) {
        assertThat(document.schemas().get(schema).get("enum").valueStream().map(JsonNode::asString))
                .as(schema)
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void examplesAreOfTheShapeThatTheyAreExamplesOf() {
        for (ApiDocument.Operation operation : document.operations()) {
            assertExample(operation + " body", operation.node().at("/requestBody/content/application~1json"));
            operation
                    .node()
                    .get("responses")
                    .propertyNames()
                    .forEach(status -> document.response(operation, status)
                            .path("content")
                            .forEach(content -> assertExample(operation + " " + status, content)));
        }
    }

    private static void assertExample(String what, JsonNode content) {
        if (content.has("example")) {
            assertThat(document.faults(content, content.get("example")))
                    .as(what)
                    .isEmpty();
        }
    }

    @Test
    void itNamesThisServer() {
        assertThat(server.browser()
                        .get("/api/v1/openapi.json")
                        .expect(200)
                        .json()
                        .at("/servers/0/url")
                        .asString())
                .isEqualTo(server.baseUrl());
    }
}
