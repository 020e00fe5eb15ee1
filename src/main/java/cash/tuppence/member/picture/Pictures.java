package cash.tuppence.member.picture;

import cash.tuppence.core.Times;
import cash.tuppence.db.Tokens;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Handles;
import cash.tuppence.member.Profile;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The pictures of profiles, at most one each. */
public final class Pictures {
    private static final int VERSION_CHARACTERS = 16;

    private final Transactions transactions;
    private final InstantSource clock;

    public Pictures(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Gives it a picture, in place of one that it may have had. */
    public void set(long profileId, byte[] png) {
        transactions.execute(session -> mapper(session).put(profileId, Tokens.sha256(png), png, Times.now(clock)));
    }

    public void remove(long profileId) {
        transactions.execute(session -> mapper(session).delete(profileId));
    }

    /** Where that profile's picture is served, for good; empty where it has none. */
    public Optional<String> path(Profile profile) {
        return transactions
                .read(session -> mapper(session).version(profile.id()))
                .map(row -> path(profile.handle(), text(row.version())));
    }

    public static String path(String handle, String version) {
        return "/@" + handle + "/mark.png?v=" + version;
    }

    /** A version as it stands in the picture's URL. */
    public static String text(byte[] version) {
        return HexFormat.of().formatHex(version).substring(0, VERSION_CHARACTERS);
    }

    /** That profile's picture. */
    public Optional<byte[]> png(long profileId) {
        return transactions
                .read(session -> mapper(session).byProfile(profileId))
                .map(PictureRow::png);
    }

    Optional<PictureRow> find(String handle) {
        return Handles.find(handle)
                .flatMap(form -> transactions.read(session -> mapper(session).byHandle(form)));
    }

    private static PictureMapper mapper(SqlSession session) {
        return session.getMapper(PictureMapper.class);
    }
}
