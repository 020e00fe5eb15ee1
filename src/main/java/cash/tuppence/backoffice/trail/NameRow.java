package cash.tuppence.backoffice.trail;

/**
 * What an id of the trail stands for.
 *
 * @param handle of the person or business; a key's is its business's
 * @param hint the end of a key; empty for all others
 */
record NameRow(long id, String handle, String name, String hint) {
    String shown() {
        return hint.isEmpty() ? "@" + handle : "key …" + hint + " of @" + handle;
    }
}
