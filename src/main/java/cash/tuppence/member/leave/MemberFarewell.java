package cash.tuppence.member.leave;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.core.Times;
import cash.tuppence.db.SecretBox;
import cash.tuppence.mail.Mails;
import cash.tuppence.member.FormerHandles;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Viewer;
import cash.tuppence.web.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * Erases who somebody was. Who held cash must be known for five years more (31 CFR 1010.430): that is kept encrypted, and
 * apart.
 */
public final class MemberFarewell implements Farewell {
    private static final Period KEPT = Period.ofYears(5);

    private final Mails mails;
    private final FormerHandles handles;
    private final SecretBox box;
    private final Json json;
    private final InstantSource clock;

    public MemberFarewell(Mails mails, FormerHandles handles, SecretBox box, Json json, InstantSource clock) {
        this.mails = mails;
        this.handles = handles;
        this.box = box;
        this.json = json;
        this.clock = clock;
    }

    /** Or nobody might be left who looks after the server. */
    @Override
    public List<Obstacle> obstacles(Viewer viewer) {
        return viewer.operator() ? List.of(new Obstacle("operator", "", "")) : List.of();
    }

    @Override
    public void erase(SqlSession session, Viewer viewer) {
        if (viewer.operator()) {
            throw new Refusal(Reason.LEAVING_TOO_EARLY);
        }
        LeaveMapper mapper = session.getMapper(LeaveMapper.class);
        DepartedRow known = mapper.lock(viewer.memberId()).orElseThrow(() -> new Refusal(Reason.NOT_FOUND));
        keep(mapper, viewer, new Departed(known, mapper.consents(viewer.memberId())));
        mails.forget(session, viewer.memberId());
        mapper.deletePicture(viewer.profileId());
        mapper.deleteWords(viewer.profileId());
        mapper.deleteEvents(viewer.profileId());
        mapper.deleteMember(viewer.memberId());
        mapper.emptyProfile(viewer.profileId(), Profile.handleOnceLeft(viewer.profileId()));
        handles.retire(session, known.handle(), viewer.profileId());
    }

    private void keep(LeaveMapper mapper, Viewer viewer, Departed departed) {
        Instant now = Times.now(clock);
        Instant eraseAt = now.atOffset(ZoneOffset.UTC).plus(KEPT).toInstant();
        byte[] sealed = box.seal(json.write(departed).getBytes(StandardCharsets.UTF_8));
        mapper.keep(viewer.memberId(), viewer.profileId(), sealed, now, eraseAt);
    }
}
