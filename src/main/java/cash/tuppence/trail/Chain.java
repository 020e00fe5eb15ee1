package cash.tuppence.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows the chain from one link to its head, in one snapshot, and names the rows that do not fit. */
final class Chain {
    private static final int PIECE = 10_000;

    /** More than that are not looked for. */
    private static final int MOST_FAULTS = 1_000;

    private final ChainMapper mapper;
    private final Seal seal;
    private final List<String> faults = new ArrayList<>();
    private Link last;
    private long rows;

    Chain(ChainMapper mapper, Seal seal, Link from) {
        this.mapper = mapper;
        this.seal = seal;
        this.last = from;
    }

    /**
     * What was found.
     *
     * @param rows how many were read
     * @param last the newest row; good for going on from where there is no fault
     */
    record Found(List<String> faults, long rows, Link last) {}

    Found follow() {
        checkStart();
        List<TrailRow> piece = mapper.after(last.seq(), PIECE);
        while (!piece.isEmpty() && faults.size() < MOST_FAULTS) {
            piece.forEach(this::check);
            piece = mapper.after(last.seq(), PIECE);
        }
        checkPoint();
        checkHead();
        return new Found(List.copyOf(faults), rows, last);
    }

    private void checkStart() {
        boolean stands =
                last.is(Link.START) || mapper.link(last.seq()).filter(last::is).isPresent();
        if (!stands) {
            faults.add("row " + last.seq() + " is not the one that was verified");
        }
    }

    private void check(TrailRow row) {
        if (row.seq() != last.seq() + 1) {
            faults.add("missing before row " + row.seq() + ": " + (row.seq() - last.seq() - 1));
        } else if (!Arrays.equals(row.previousHash(), last.hash())) {
            faults.add("row " + row.seq() + " does not follow on the row before");
        }
        if (!Arrays.equals(row.hash(), seal.hash(row))) {
            faults.add("row " + row.seq() + " was changed");
        }
        last = Link.of(row);
        rows++;
    }

    /** What was verified once is there still: rows at the end may be gone, and the head set back to fit. */
    private void checkPoint() {
        Optional<Link> point = mapper.point();
        if (point.isEmpty()) {
            faults.add("nobody knows how far it was verified");
        } else if (point.get().seq() > last.seq()) {
            faults.add("missing at the end: row " + (last.seq() + 1) + " to "
                    + point.get().seq() + ", which were verified");
        }
    }

    private void checkHead() {
        if (mapper.head().filter(last::is).isEmpty()) {
            faults.add("the newest row is not the one that was written last: "
                    + mapper.head().map(head -> "row " + head.seq()).orElse("nobody knows which"));
        }
    }
}
