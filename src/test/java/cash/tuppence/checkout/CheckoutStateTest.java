package cash.tuppence.checkout;

import static cash.tuppence.checkout.CheckoutState.AUTHORIZED;
import static cash.tuppence.checkout.CheckoutState.CANCELED;
import static cash.tuppence.checkout.CheckoutState.EXPIRED;
import static cash.tuppence.checkout.CheckoutState.OPEN;
import static cash.tuppence.checkout.CheckoutState.PAID;
import static cash.tuppence.checkout.CheckoutState.PARTIALLY_REFUNDED;
import static cash.tuppence.checkout.CheckoutState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CheckoutStateTest {
    @Test
    void everyStateIsInTheGraph() {
        assertThat(CheckoutState.values())
                .allSatisfy(state -> assertThat(state.mayBecome(OPEN)).isFalse());
    }

    @Test
    void everyStateIsReachedFromOpen() {
        Set<CheckoutState> reached = EnumSet.of(OPEN);
        Deque<CheckoutState> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            CheckoutState from = waiting.pop();
            next(from).stream().filter(reached::add).forEach(waiting::push);
        }
        assertThat(reached).containsExactlyInAnyOrder(CheckoutState.values());
    }

    @Test
    void theGraphIsThis() {
        assertThat(next(OPEN)).containsExactlyInAnyOrder(AUTHORIZED, PAID, CANCELED, EXPIRED);
        assertThat(next(AUTHORIZED)).containsExactlyInAnyOrder(PAID, CANCELED, EXPIRED);
        assertThat(next(PAID)).containsExactlyInAnyOrder(PARTIALLY_REFUNDED, REFUNDED);
        assertThat(next(PARTIALLY_REFUNDED)).containsExactlyInAnyOrder(PARTIALLY_REFUNDED, REFUNDED);
        assertThat(next(REFUNDED)).isEmpty();
        assertThat(next(CANCELED)).isEmpty();
        assertThat(next(EXPIRED)).isEmpty();
    }

    @Test
    void theDrawingInTheDocsIsThisGraph() throws IOException {
        assertThat(Files.readString(Path.of("docs/checkouts.md")))
                .contains("```mermaid\n" + CheckoutStep.diagram() + "```");
    }

    @Test
    void publicNamesAreTheContracts() {
        assertThat(Arrays.stream(CheckoutState.values()).map(CheckoutState::publicName))
                .containsExactlyInAnyOrder(
                        "open", "authorized", "paid", "partially_refunded", "refunded", "canceled", "expired");
    }

    @Test
    void anEdgeThatIsNotThereIsNotTaken() {
        Progress canceled = Progress.start(Asset.USD).becoming(CANCELED);
        assertThatThrownBy(() -> canceled.becoming(PAID)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachChangeMakesTheSequenceGrow() {
        Progress open = Progress.start(Asset.USD);
        assertThat(open.becoming(EXPIRED).sequence()).isGreaterThan(open.sequence());
    }

    private static Set<CheckoutState> next(CheckoutState from) {
        return Arrays.stream(CheckoutState.values()).filter(from::mayBecome).collect(Collectors.toSet());
    }
}
