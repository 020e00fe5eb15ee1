package cash.tuppence.trail;

import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.session.SqlSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of who did what. A row is written in the transaction that does it, or not at all, and is chained to the one
 * before right then: see docs/decisions/038.
 */
public final class Trail {
    /** What it is read and written by; for {@link Transactions}. */
    public static final List<Class<?>> MAPPERS = List.of(TrailMapper.class, ChainMapper.class);

    private static final int LONGEST_JSON = 4_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Seal seal;
    private final InstantSource clock;

    /**
     * @param secretKey the server's
     */
    public Trail(byte[] secretKey, InstantSource clock) {
        this.seal = new Seal(secretKey);
        this.clock = clock;
    }

    /** In the transaction that does it; who is at work on this thread did it. */
    public void write(SqlSession session, Entry entry) {
        Scene scene = Scene.current();
        String before = json(entry.before());
        String after = json(entry.after());
        Transactions.beforeCommit(last -> append(last.getMapper(TrailMapper.class), scene, entry, before, after));
    }

    /** The head is locked last, when nothing else is left to be locked: whoever holds it waits for nobody. */
    private void append(TrailMapper mapper, Scene scene, Entry entry, String before, String after) {
        Link head = mapper.lockHead();
        TrailRow row = new TrailRow(
                head.seq() + 1,
                Times.now(clock),
                scene.actor().kind().name().toLowerCase(Locale.ROOT),
                scene.actor().id(),
                entry.verb().text(),
                entry.whomId(),
                entry.what(),
                before,
                after,
                scene.address(),
                scene.requestId(),
                head.hash(),
                new byte[0]);
        TrailRow sealed = row.sealed(seal.hash(row));
        mapper.insert(sealed);
        mapper.moveHead(Link.of(sealed));
    }

    private static String json(Map<String, ?> facts) {
        String text = JSON.writeValueAsString(new TreeMap<>(facts));
        if (text.length() > LONGEST_JSON) {
            throw new IllegalArgumentException("too much for the trail: " + text.length() + " characters");
        }
        return text;
    }
}
