package cash.tuppence.mail;

import cash.tuppence.db.SecretBox;
import tools.jackson.databind.json.JsonMapper;

/** What mails say, encrypted: it may hold links that open a door. */
final class SealedContents {
    private final JsonMapper json = JsonMapper.shared();
    private final SecretBox box;

    SealedContents(SecretBox box) {
        this.box = box;
    }

    byte[] seal(Content content) {
        return box.seal(json.writeValueAsBytes(content));
    }

    /** A row whose content is not gone. */
    Letter open(MailRow row) {
        Content content = json.readValue(box.open(row.sealedOrNull()), Content.class);
        return new Letter(row.publicId(), row.recipient(), content, row.createdAt());
    }
}
