package cash.tuppence.member;

import cash.tuppence.core.PublicId;

/** A row of {@code profiles}. */
record ProfileRow(long id, byte[] nonce, ProfileKind kind, String handle, String name, String about) {
    Profile toProfile() {
        return new Profile(id, new PublicId(Profile.WALLET, id, nonce), kind, handle, name, about);
    }
}
