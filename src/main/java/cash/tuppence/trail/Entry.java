package cash.tuppence.trail;

import java.util.Map;

/**
 * What was done. Who did it, from where and when is known without being said.
 *
 * @param whomId the profile, or the member, whose affairs it was; 0 for nobody in particular
 * @param what which of its things, where there are several: an id, a code, a site; may be empty
 * @param before as it was, as far as it changed: numbers, booleans and short texts; never a secret, nor a name or an address
 *     of a person, for a row outlives their account
 * @param after as it is since; the same
 */
public record Entry(Verb verb, long whomId, String what, Map<String, ?> before, Map<String, ?> after) {
    /** Where it was done to nobody in particular. */
    public static final long NOBODY = 0;

    public Entry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public static Entry of(Verb verb, long whomId) {
        return new Entry(verb, whomId, "", Map.of(), Map.of());
    }

    public Entry on(String thing) {
        return new Entry(verb, whomId, thing, before, after);
    }

    public Entry on(long thingId) {
        return on(String.valueOf(thingId));
    }

    public Entry from(Map<String, ?> was) {
        return new Entry(verb, whomId, what, was, after);
    }

    public Entry to(Map<String, ?> is) {
        return new Entry(verb, whomId, what, before, is);
    }
}
