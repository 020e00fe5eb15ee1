package cash.tuppence.web;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.core.Asset;
import cash.tuppence.core.Money;
import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Reason.class)
    void haveATextForEachReason(Reason reason) {
        assertThat(messages.text(new Refusal(reason).with("7"), Locale.US)).isNotBlank();
    }

    @Test
    void saySomethingOfNoReasonThatIsGone() {
        ResourceBundle.getBundle("messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("refusal."))
                .map(key -> key.substring("refusal.".length()))
                .forEach(Reason::valueOf);
    }

    @Test
    void holdNoPlainApostropheWhichWouldQuote() {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);
        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
    }

    @Test
    void nameCashAsTheReaderIsUsedToSeeingIt() {
        Refusal refusal = new Refusal(Reason.HANDLE_TAKEN).with(Money.ofMinor(1234_56, Asset.USD));
        assertThat(messages.text(refusal, Locale.US)).contains("$1,234.56");
        assertThat(messages.text(refusal, Locale.GERMANY)).contains("1.234,56");
    }
}
