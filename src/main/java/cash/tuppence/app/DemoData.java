package cash.tuppence.app;

/** The demo's people, shop and charity, as the contract names them. Made where missing, at each start. */
final class DemoData {
    private final Tuppence tuppence;

    DemoData(Tuppence tuppence) {
        this.tuppence = tuppence;
    }

    void make() {
        DemoPeople people = new DemoPeople(tuppence);
        people.make();
        new DemoBusinesses(tuppence).make();
    }
}
