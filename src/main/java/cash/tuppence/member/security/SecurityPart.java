package cash.tuppence.member.security;

import cash.tuppence.member.Viewer;
import java.util.Locale;

/** A feature that has a line on the overview of one's security. */
@FunctionalInterface
public interface SecurityPart {
    SecurityRow row(Viewer viewer, Locale reader);
}
