package cash.tuppence.ledger.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks claim after claim within one snapshot. */
final class Prover {
    private final AuditMapper mapper;
    private final Scope scope;
    private final Progress progress;
    private final List<Audit.Check> checks = new ArrayList<>();

    Prover(AuditMapper mapper, Scope scope, Progress progress) {
        this.mapper = mapper;
        this.scope = scope;
        this.progress = progress;
    }

    Proof prove() {
        LegsWalk.Legs legs = new LegsWalk(mapper, scope, progress).walk();
        TransferCounts counts = mapper.transferCounts(scope.first());
        checkTransfers(legs, counts);
        checkBalances();
        checkHolds(counts);
        found("cash outside the bank equals what the bank holds", mapper.assetsThatDoNotBalance());
        if (scope.isWhole()) {
            found("every operation that was accepted has its transfer", mapper.acceptedWithoutTransfer(Audit.MOST));
        }
        return new Proof(List.copyOf(checks), legs.entries(), legs.point());
    }

    private void checkTransfers(LegsWalk.Legs legs, TransferCounts counts) {
        found("every transfer's entries sum to zero", those(legs, Verdict::unbalanced));
        found("every posted transfer has its two legs, and no other has any", contradicted(legs, counts));
        found("every transfer is in one asset, between accounts that exist", those(legs, Verdict::misplaced));
        found("every transfer runs between accounts that its kind allows", those(legs, Verdict::disallowed));
        found(
                "no transfer's row contradicts itself",
                counts.broken() == 0 ? List.of() : mapper.brokenTransfers(scope.first(), Audit.MOST));
    }

    private static List<Long> those(LegsWalk.Legs legs, Predicate<Verdict> what) {
        return legs.faulty().stream().filter(what).map(Verdict::transferId).toList();
    }

    /** Nothing points from a transfer to its entries, so those that have none show as a difference of counts first. */
    private List<Long> contradicted(LegsWalk.Legs legs, TransferCounts counts) {
        List<Long> withLegs = those(legs, Verdict::contradicted);
        return counts.posted() == legs.sound()
                ? withLegs
                : Stream.concat(withLegs.stream(), mapper.postedWithoutEntries(scope.range(), Audit.MOST).stream())
                        .toList();
    }

    private void checkBalances() {
        List<WrongBalance> wrong = new ArrayList<>();
        AccountParts.of(mapper).forEachRemaining(accounts -> wrong.addAll(wrongAmong(accounts)));
        found("every balance is the sum of its entries", accounts(wrong, WrongBalance::wrong));
        found("every account's entries lead from each balance to the next", accounts(wrong, WrongBalance::unchained));
    }

    private List<WrongBalance> wrongAmong(KeyRange accounts) {
        BalanceCounts counts = mapper.balanceCounts(accounts, scope.range(), !scope.isWhole());
        return counts.wrong() + counts.unchained() == 0
                ? List.of()
                : mapper.wrongBalances(accounts, scope.range(), !scope.isWhole(), Audit.MOST);
    }

    private static List<Long> accounts(List<WrongBalance> wrong, Predicate<WrongBalance> what) {
        return wrong.stream().filter(what).map(WrongBalance::accountId).toList();
    }

    private void checkHolds(TransferCounts counts) {
        found("no wallet is below zero or promises more than it has", mapper.overpromised(Audit.MOST));
        found("what is held is what the open holds say", mapper.heldThatIsNotTheOpenHolds(Audit.MOST));
        found("every open hold has its transfer, and the other way round", holdsAlone(counts));
    }

    private List<Long> holdsAlone(TransferCounts counts) {
        List<Long> alone = new ArrayList<>(mapper.holdsWithoutTheirTransfer(Audit.MOST));
        if (mapper.holdsFrom(scope.first()) != counts.open()) {
            alone.addAll(mapper.openWithoutHold(scope.first(), Audit.MOST));
        }
        return alone;
    }

    private void found(String claim, List<?> violations) {
        Audit.Check check = Audit.Check.of(claim, violations);
        checks.add(check);
        progress.checked(check);
    }
}
