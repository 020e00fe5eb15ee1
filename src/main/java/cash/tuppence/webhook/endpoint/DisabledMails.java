package cash.tuppence.webhook.endpoint;

import cash.tuppence.business.Role;
import cash.tuppence.business.team.TeamMapper;
import cash.tuppence.business.team.TeamMember;
import cash.tuppence.mail.Mails;
import cash.tuppence.mail.NewMail;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.notification.Notification;
import cash.tuppence.member.notification.Notifications;
import cash.tuppence.member.notification.Reader;
import cash.tuppence.outbox.Event;
import cash.tuppence.outbox.EventType;
import cash.tuppence.outbox.Listener;
import cash.tuppence.web.Urls;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells those of a team who can do something about it that an endpoint is called no more. */
public final class DisabledMails implements Listener {
    private static final Set<Role> WHO = EnumSet.of(Role.OWNER, Role.MANAGER, Role.DEVELOPER);

    private final Profiles profiles;
    private final Mails mails;
    private final Urls urls;

    public DisabledMails(Profiles profiles, Mails mails, Urls urls) {
        this.profiles = profiles;
        this.mails = mails;
        this.urls = urls;
    }

    @Override
    public Aftermath take(SqlSession session, List<Event> events) {
        events.stream()
                .filter(event -> event.type().equals(EventType.ENDPOINT_DISABLED.text()))
                .forEach(event -> tell(session, event));
        return new Written();
    }

    private void tell(SqlSession session, Event event) {
        Profile business = profiles.byId(session, event.ownerId());
        List<Long> team = session.getMapper(TeamMapper.class).members(event.ownerId()).stream()
                .filter(one -> WHO.contains(one.role()))
                .map(TeamMember::memberId)
                .toList();
        JsonNode endpoint = JsonMapper.shared().readTree(event.data());
        Notifications.readers(session, team, Notification.ENDPOINT_DISABLED)
                .forEach(reader -> mails.write(session, mail(reader, business, endpoint)));
    }

    private NewMail mail(Reader reader, Profile business, JsonNode endpoint) {
        String page = "/business/" + business.handle() + "/webhooks/"
                + endpoint.get("id").asString();
        return NewMail.to(reader.email(), "endpoint-disabled")
                .about(reader.memberId())
                .with("business", business.name())
                .with("url", endpoint.get("url").asString())
                .with("livemode", endpoint.get("livemode").asBoolean())
                .with("link", urls.absolute(page))
                .with("choices", urls.absolute("/settings/notifications"));
    }

    private final class Written implements Aftermath {
        @Override
        public void committed() {
            mails.committed();
        }

        @Override
        public void undone() {
            // The events are handed over again.
        }
    }
}
