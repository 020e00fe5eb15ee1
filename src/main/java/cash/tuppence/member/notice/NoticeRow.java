package cash.tuppence.member.notice;

import java.time.Instant;

/** A row of {@code security_notices}. */
record NoticeRow(long id, long memberId, NoticeKind kind, String details, Instant madeAt) {}
