package cash.tuppence.ledger.audit;

import cash.tuppence.core.KeyMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads all entries of a scope in the order of their keys, piece by piece, and judges each transfer by its legs. Both
 * legs of a transfer are written together, so their keys lie side by side: a piece of some ten thousand transfers fits
 * into memory, however many there are. What a piece holds only a part of is judged once more at the end.
 */
final class LegsWalk {
    private static final int PIECE = 100_000;

    private final AuditMapper mapper;
    private final Scope scope;
    private final Progress progress;
    private final TreeSet<Long> doubtful = new TreeSet<>();
    private final List<Long> ends = new ArrayList<>();
    private long entries;
    private long sound;

    LegsWalk(AuditMapper mapper, Scope scope, Progress progress) {
        this.mapper = mapper;
        this.scope = scope;
        this.progress = progress;
    }

    Legs walk() {
        ends.add(scope.first());
        Optional<KeyRange> piece = pieceFrom(scope.first());
        while (piece.isPresent() && doubtful.size() <= Audit.MOST) {
            judge(piece.get());
            ends.add(piece.get().last() + 1);
            piece = pieceFrom(piece.get().last() + 1);
        }
        return doubtful.size() > Audit.MOST ? judgeAtOnce() : judgeDoubtful();
    }

    private Optional<KeyRange> pieceFrom(long first) {
        return mapper.lastOfChunk(KeyRange.from(first), PIECE).map(last -> new KeyRange(first, end(first, last)));
    }

    /** At the settled key, so that the next audit can begin there; else between two milliseconds, where few are cut. */
    private long end(long first, long last) {
        if (first < scope.settled() && scope.settled() <= last) {
            return scope.settled() - 1;
        }
        long beforeMilli = KeyMaker.lowestAt(KeyMaker.madeAt(last)) - 1;
        return first <= beforeMilli ? beforeMilli : last;
    }

    private void judge(KeyRange piece) {
        Tally tally = mapper.tally(piece, scope.first());
        entries += tally.entries();
        sound += tally.sound();
        if (tally.doubtful() > 0) {
            mapper.doubtful(piece, Audit.MOST + 1).forEach(verdict -> doubtful.add(verdict.transferId()));
        }
        progress.walked(entries);
    }

    private Legs judgeDoubtful() {
        if (doubtful.isEmpty()) {
            return new Legs(entries, sound, List.of(), point(List.of()));
        }
        List<Verdict> verdicts = mapper.verdicts(scope.range(), doubtful);
        long nowSound = verdicts.stream()
                .filter(verdict -> verdict.isSound() && verdict.transferId() >= scope.first())
                .count();
        return new Legs(
                entries,
                sound + nowSound,
                verdicts.stream().filter(verdict -> !verdict.isSound()).toList(),
                point(verdicts));
    }

    /** Where legs lie far apart, as after an import, or very much is wrong: slower, and as true. */
    private Legs judgeAtOnce() {
        Tally tally = mapper.tally(scope.range(), scope.first());
        return new Legs(tally.entries(), tally.sound(), mapper.doubtful(scope.range(), Audit.MOST), scope.first());
    }

    /** The last end of a piece that nothing is still to come below and that cuts no transfer. */
    private long point(List<Verdict> verdicts) {
        return ends.stream()
                .filter(end -> end <= scope.settled())
                .filter(end -> verdicts.stream().noneMatch(verdict -> verdict.straddles(end)))
                .max(Long::compare)
                .orElse(scope.first());
    }

    /**
     * What the walk found.
     *
     * @param sound transfers of the scope whose legs are all there and agree with their row
     * @param faulty transfers that something is wrong with
     */
    record Legs(long entries, long sound, List<Verdict> faulty, long point) {}
}
