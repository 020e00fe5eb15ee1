package cash.tuppence.member.signin;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final int MEMORY_KIB = 19456;

    private static final int ITERATIONS = 2;
    private static final Pattern HASH = Pattern.compile("\\$shiro2\\$argon2id\\$v=19\\$t=(\\d+),m=(\\d+),p=1\\$.+");

    /** Of 32 random letters that were thrown away. Making one at each start would cost a second. */
    private static final String NOBODYS = "$shiro2$argon2id$v=19$t=2,m=19456,p=1$NkQ0k+YcMqG6B4tvd632kw"
            + "$gydtMI166ElScfFHxk7NNwd1g6iT1n8Ki1IbV1Mp+ng";

    private static final int MOST_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAIT_SECONDS = 10;

    private final DefaultPasswordService service;
    private final int memoryKib;
    private final int iterations;
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE, true);
    private final AtomicLong checked = new AtomicLong();

    public Passwords() {
        this(MEMORY_KIB, ITERATIONS);
    }

    /** With other parameters than today's: as hashes were made once, or will be. */
    Passwords(int memoryKib, int iterations) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.service = new Argon2(Map.of(
                "Argon2.memoryKib", String.valueOf(memoryKib),
                "Argon2.iterations", String.valueOf(iterations),
                "Argon2.parallelism", "1"));
    }

    /** Whether that hash was made with less work than those that are made now. */
    boolean isOutdated(String hash) {
        Matcher matcher = HASH.matcher(hash);
        return !matcher.matches()
                || Integer.parseInt(matcher.group(1)) < iterations
                || Integer.parseInt(matcher.group(2)) < memoryKib;
    }

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
        private final Map<String, Object> parameters;

        Argon2(Map<String, Object> parameters) {
            this.parameters = parameters;
        }

        @Override
        protected HashRequest createHashRequest(ByteSource plain) {
            HashRequest.Builder request =
                    new HashRequest.Builder().setSource(plain).setAlgorithmName("argon2id");
            parameters.forEach(request::addParameter);
            return request.build();
        }
    }
}
