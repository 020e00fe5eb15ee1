package cash.tuppence.app;

/** The row of {@code installation}. */
record InstallationRow(InstallationKind kind) {}
