package cash.tuppence.member.signin;

import java.time.Instant;

/**
 * A row to be of {@code sessions}.
 *
 * @param factorAt null where nothing was shown
 * @param rememberedId null where the device is not remembered
 */
record NewSession(
        byte[] idHash,
        long id,
        long memberId,
        Method method,
        Instant startedAt,
        Instant factorAt,
        String device,
        String address,
        Long rememberedId) {}
