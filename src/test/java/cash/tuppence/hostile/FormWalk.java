package cash.tuppence.hostile;

import cash.tuppence.hostile.Actor.Sent;
import cash.tuppence.hostile.FoundForm.Field;
import cash.tuppence.testing.Reply;
import cash.tuppence.web.guard.Csrf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Sends one form again and again, each time with one field of it gone bad. */
final class FormWalk {
    /** Whoever has the link may answer with one click, so a click alone would move cash. */
    private static final Set<String> ONE_CLICK = Set.of("/claim/{token}");

    private static final String ONCE = "once";

    private final Actor actor;
    private final Tally tally;
    private final FoundForm form;
    private final List<Payload> payloads;
    private String proof = "";

    FormWalk(Actor actor, Tally tally, FoundForm form, List<Payload> payloads) {
        this.actor = actor;
        this.tally = tally;
        this.form = form;
        this.payloads = form.post() ? payloads : Payload.forUrls(payloads);
    }

    void run() {
        proof = proof();
        for (Field field : form.fields()) {
            if (field.file()) {
                Upload.all().forEach(upload -> upload(field, upload));
            } else {
                spoil(field);
            }
        }
        send(without(field -> !field.name().equals(Csrf.FIELD)), "no fields");
        List<Sent> more = all();
        more.add(new Sent("hx7q", Payload.MARKUP.encoded()));
        send(more, "a field too many");
    }

    /** Just as it stands, by somebody whose form it is not. */
    void sendAsItStands(String proofOfAnother) {
        proof = proofOfAnother;
        send(all(), "somebody else’s form");
    }

    /** The proof on the page; empty where the form has none. */
    private String proof() {
        Reply page = actor.get(form.page().replaceFirst("\\?.*", ""), Stroll.query(form.page()), "");
        Element field = Jsoup.parse(page.body()).selectFirst("input[name=" + Csrf.FIELD + "]");
        return field == null ? "" : field.val();
    }

    private void spoil(Field field) {
        for (Payload payload : values(field)) {
            List<Sent> sent = without(other -> other.equals(field));
            sent.add(new Sent(field.name(), payload.encoded()));
            tally.tried(form.pattern(), field.name());
            send(sent, field.name() + " " + payload.name());
        }
        tally.tried(form.pattern(), field.name());
        send(without(other -> other.equals(field)), field.name() + " missing");
        List<Sent> twice = all();
        twice.add(new Sent(field.name(), Payload.MARKUP.encoded()));
        twice.add(0, Sent.of(field.name() + "[]", "1"));
        tally.tried(form.pattern(), field.name());
        send(twice, field.name() + " repeated");
    }

    /** A choice is compared with the few that there are, and nobody reads on in a form without its proof. */
    private List<Payload> values(Field field) {
        return field.choice() || field.name().equals(Csrf.FIELD) ? Payload.some(payloads) : payloads;
    }

    private void upload(Field field, Upload upload) {
        tally.tried(form.pattern(), field.name());
        actor.upload(form.path(), without(Field::file), field.name(), upload, upload.name());
    }

    private List<Sent> all() {
        return without(field -> false);
    }

    private List<Sent> without(Predicate<Field> leftOut) {
        List<Sent> sent = new ArrayList<>();
        for (Field field : form.fields()) {
            if (field.sent() && !field.file() && !leftOut.test(field)) {
                sent.add(Sent.of(field.name(), value(field)));
            }
        }
        return sent;
    }

    private String value(Field field) {
        return switch (field.name()) {
            case Csrf.FIELD -> proof;
            case ONCE -> UUID.randomUUID().toString();
            case "action" -> ONE_CLICK.contains(form.pattern()) ? "" : field.value();
            default -> field.value();
        };
    }

    private void send(List<Sent> fields, String note) {
        if (!form.post()) {
            actor.get(form.path(), fields, note);
        } else if (form.multipart()) {
            String file = form.fields().stream()
                    .filter(Field::file)
                    .map(Field::name)
                    .findFirst()
                    .orElse("none");
            actor.upload(form.path(), fields, file, Upload.all().get(0), note);
        } else {
            actor.post(form.path(), fields, note);
        }
    }
}
