package cash.tuppence.bench.ledger;

import cash.tuppence.ledger.Attachment;
import cash.tuppence.ledger.Companion;
import cash.tuppence.ledger.OperationId;
import java.util.List;

/**
 * What rides along with each posting.
 *
 * @param kinds each brings a companion and what a posting carries for it
 */
public record Riders(List<Kind> kinds) {
    public static final Riders NONE = new Riders(List.of());

    /** One kind, or two that belong together. */
    public interface Kind {
        List<Companion<?>> companions();

        List<Attachment> attachments(OperationId operation);

        /** Is told that a run is about to begin, which is not measured itself. */
        default void prepare() {}
    }

    public static Riders of(Kind... kinds) {
        return new Riders(List.of(kinds));
    }

    List<Companion<?>> companions() {
        return kinds.stream()
                .<Companion<?>>flatMap(kind -> kind.companions().stream())
                .toList();
    }

    List<Attachment> of(OperationId operation) {
        return switch (kinds.size()) {
            case 0 -> List.of();
            case 1 -> kinds.get(0).attachments(operation);
            default ->
                kinds.stream()
                        .flatMap(kind -> kind.attachments(operation).stream())
                        .toList();
        };
    }

    void prepare() {
        kinds.forEach(Kind::prepare);
    }
}
