package cash.tuppence.member.password;

/** Somebody typed that address where it says that they forgot their password. */
record ResetRequest(long id, String email) {}
