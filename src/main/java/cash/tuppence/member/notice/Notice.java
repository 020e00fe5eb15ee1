package cash.tuppence.member.notice;

import java.time.Instant;

/** What happened, in words. */
public record Notice(String text, Instant madeAt) {}
