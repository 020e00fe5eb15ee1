package cash.tuppence.backoffice.trail;

import cash.tuppence.trail.TrailRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row as operators see it: with names, as far as anybody still has the id.
 *
 * @param who what kind of doer, and who it was where that is known
 * @param change what was before, an arrow, what is since; empty where the verb says it all
 */
record TrailView(
        long seq,
        Instant at,
        String who,
        String verb,
        String whom,
        String what,
        String before,
        String after,
        String change,
        String address,
        String requestId) {
    private static final String NOTHING = "{}";

    static List<TrailView> of(List<TrailRow> rows, Names names) {
        Map<Long, NameRow> known = names.of(rows.stream()
                .flatMap(row -> Stream.of(row.actorId(), row.whomId()))
                .filter(id -> id != 0)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> of(row, known)).toList();
    }

    private static TrailView of(TrailRow row, Map<Long, NameRow> known) {
        return new TrailView(
                row.seq(),
                row.at(),
                (row.actorKind() + " " + shown(row.actorId(), known)).strip(),
                row.verb(),
                shown(row.whomId(), known),
                row.what(),
                row.beforeJson(),
                row.afterJson(),
                change(plain(row.beforeJson()), plain(row.afterJson())),
                row.address(),
                row.requestId());
    }

    /** The id itself where nobody has it any more. */
    private static String shown(long id, Map<Long, NameRow> known) {
        if (id == 0) {
            return "";
        }
        return known.containsKey(id) ? known.get(id).shown() : String.valueOf(id);
    }

    private static String plain(String json) {
        return json.equals(NOTHING)
                ? ""
                : json.substring(1, json.length() - 1).replace("\"", "").replace(",", ", ");
    }

    private static String change(String before, String after) {
        return before.isEmpty() ? after : before + " → " + (after.isEmpty() ? "none" : after);
    }
}
