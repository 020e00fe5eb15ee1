package cash.tuppence.app;

/** What a database is for. */
enum InstallationKind {
    LIVE,
    DEMO
}
