package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.lang.util.ByteSource;

/**
 * Hashes passwords by Argon2id. The parameters stand in each hash, so that they can grow without locking anybody out. A
 * hash takes its memory and time on purpose, so only a few are made at once.
 */
public final class Passwords implements PasswordService {
    /** OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
    private static final Map<String, Object> PARAMETERS =
            Map.of("Argon2.memoryKib", "19456", "Argon2.iterations", "2", "Argon2.parallelism", "1");

    /** Of 32 random letters that were thrown away. Making one at each start would cost a second. */
    private static final String NOBODYS = "$shiro2$argon2id$v=19$t=2,m=19456,p=1$NkQ0k+YcMqG6B4tvd632kw"
            + "$gydtMI166ElScfFHxk7NNwd1g6iT1n8Ki1IbV1Mp+ng";

    private static final int MOST_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAIT_SECONDS = 10;

    private final DefaultPasswordService service = new Argon2();
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE, true);
    private final AtomicLong checked = new AtomicLong();

    /** A hash that no password fits: checking against it takes as long as against any other. */
    public String nobodys() {
        return NOBODYS;
    }

    /** How many passwords were checked so far. */
    public long checked() {
        return checked.get();
    }

    @Override
    public String encryptPassword(Object plain) {
        return inSlot(() -> service.encryptPassword(plain));
    }

    @Override
    public boolean passwordsMatch(Object plain, String hash) {
        checked.incrementAndGet();
        return inSlot(() -> service.passwordsMatch(plain, hash));
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(Reason.OVERLOADED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.OVERLOADED);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    /** Shiro's own hash service does not hand its parameters on. */
    private static final class Argon2 extends DefaultPasswordService {
        @Override
        protected HashRequest createHashRequest(ByteSource plain) {
            HashRequest.Builder request =
                    new HashRequest.Builder().setSource(plain).setAlgorithmName("argon2id");
            PARAMETERS.forEach(request::addParameter);
            return request.build();
        }
    }
}
