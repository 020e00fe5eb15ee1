package cash.tuppence.wallet;

import cash.tuppence.ledger.Account;
import cash.tuppence.ledger.TransferRow;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Viewer;
import cash.tuppence.wallet.invitation.Invitations;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives the accounts and members of a transfer their names. */
public final class Parties {
    private final AddressBook book;
    private final Invitations invitations;

    public Parties(AddressBook book, Invitations invitations) {
        this.book = book;
        this.invitations = invitations;
    }

    public static Party of(Profile profile) {
        return profile.hasLeft() ? Party.GONE : new Party(profile.id(), profile.name(), profile.handle());
    }

    public static Party of(Viewer viewer) {
        return new Party(viewer.profileId(), viewer.name(), viewer.handle());
    }

    /** Who owns those accounts. A profile that is gone leaves its transfers behind, without a name. */
    public Party owner(long ownerId) {
        return ownerId == Account.SYSTEM ? Party.SYSTEM : book.profile(ownerId).orElse(Party.GONE);
    }

    /** Looks up together who is on these transfers, so that {@link #sides} of each asks for little. */
    public void prepare(Collection<TransferRow> transfers) {
        book.prepare(transfers.stream()
                .flatMap(transfer ->
                        Stream.concat(Stream.of(transfer.debitOwnerId()), transfer.creditOwnerId().stream()))
                .filter(owner -> owner != Account.SYSTEM)
                .collect(Collectors.toSet()));
    }

    /** The two sides of that transfer, and who acted. */
    public Sides sides(TransferRow transfer) {
        Party recipient = transfer.creditOwnerId()
                .map(this::owner)
                .orElseGet(() ->
                        invitations.email(transfer.id()).map(Party::unknown).orElse(Party.GONE));
        return new Sides(owner(transfer.debitOwnerId()), recipient, actor(transfer));
    }

    private Optional<Party> actor(TransferRow transfer) {
        return transfer.actorId() == 0 ? Optional.empty() : book.member(transfer.actorId());
    }
}
