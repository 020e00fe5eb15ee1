package cash.tuppence.ledger.audit;

/** Each counts what contradicts one claim of the ledger; zero is what it should be. */
public interface AuditMapper {
    long transfersThatDoNotSumToZero();

    long balancesThatAreNotTheirEntries();

    long balancesThatMayNotBe();

    long heldThatIsNotTheOpenHolds();

    long holdsWithoutTheirTransfer();

    long transfersThatContradictTheirEntries();

    long entriesOfAnotherAsset();

    long assetsThatDoNotBalance();
}
