package cash.tuppence.member.leave;

import java.time.Instant;

/** What somebody agreed to. */
record ConsentRow(String subject, String version, Instant agreedAt) {}
