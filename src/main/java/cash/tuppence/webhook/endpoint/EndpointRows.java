package cash.tuppence.webhook.endpoint;

import cash.tuppence.core.PublicId;
import cash.tuppence.db.SecretBox;
import cash.tuppence.webhook.signing.SigningSecret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Turns rows into endpoints: opens their secrets, which lie sealed in the database. */
public final class EndpointRows {
    private final SecretBox box;

    public EndpointRows(SecretBox box) {
        this.box = box;
    }

    /** Those endpoints, in whatever state they are, with the secrets that sign at that time. */
    public List<Endpoint> byIds(SqlSession session, Collection<Long> ids, Instant now) {
        return read(session.getMapper(EndpointMapper.class).byIds(ids), now);
    }

    /** That one, which is there. */
    Endpoint byId(SqlSession session, long id, Instant now) {
        return byIds(session, List.of(id), now).get(0);
    }

    /** All endpoints of those profiles that are to be called. */
    public List<Endpoint> enabledOf(SqlSession session, Collection<Long> profileIds, Instant now) {
        return read(session.getMapper(EndpointMapper.class).enabledOfProfiles(profileIds), now);
    }

    byte[] seal(SigningSecret secret) {
        return box.seal(secret.bytes());
    }

    Endpoint read(EndpointRow row, Instant now) {
        return new Endpoint(
                new PublicId(Endpoint.PREFIX, row.id(), row.nonce()),
                row.profileId(),
                row.livemode(),
                URI.create(row.url()),
                EventFilter.ofText(row.events()),
                secrets(row, now),
                previousSecretUntil(row, now),
                row.state(),
                Optional.ofNullable(row.failingSinceOrNull()),
                row.sequence(),
                row.createdAt());
    }

    private List<Endpoint> read(List<EndpointRow> rows, Instant now) {
        return rows.stream().map(row -> read(row, now)).toList();
    }

    private List<SigningSecret> secrets(EndpointRow row, Instant now) {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(open(row.secret()));
        if (previousSecretUntil(row, now).isPresent()) {
            secrets.add(open(row.previousSecretOrNull()));
        }
        return secrets;
    }

    private static Optional<Instant> previousSecretUntil(EndpointRow row, Instant now) {
        return Optional.ofNullable(row.previousSecretUntilOrNull()).filter(now::isBefore);
    }

    private SigningSecret open(byte[] sealed) {
        return SigningSecret.ofBytes(box.open(sealed));
    }
}
