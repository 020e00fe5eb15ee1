package cash.tuppence.member.leave;

import java.time.Instant;

/** What is known of a member, as the law makes us keep it for a while. Null is what is not so. */
record DepartedRow(
        String handle,
        String name,
        String email,
        Instant emailConfirmedAt,
        String region,
        Instant adultAt,
        Instant termsAt,
        String termsVersion,
        Instant createdAt) {}
