package cash.tuppence.wallet.send;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.Members;
import cash.tuppence.wallet.Address;
import cash.tuppence.wallet.AddressBook;
import cash.tuppence.wallet.Party;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out whom a sender means. */
public final class Recipients {
    private final AddressBook book;
    private final Members members;

    public Recipients(AddressBook book, Members members) {
        this.book = book;
        this.members = members;
    }

    /**
     * Whom {@code @handle}, an e-mail address or a wallet's id names.
     *
     * @throws Refusal where it names nobody, or the sender
     */
    public Recipient find(String typed, Sender sender) {
        Address address = Address.parse(typed);
        Optional<String> own = address instanceof Address.Email ? ownEmail(sender) : Optional.empty();
        return recipient(address, book.find(address), own, sender);
    }

    /** As {@link #find} for many: they are looked up together, and the function then finds each of them. */
    public Function<String, Recipient> findAll(Collection<String> typed, Sender sender) {
        Set<Address> addresses =
                typed.stream().flatMap(one -> Address.find(one).stream()).collect(Collectors.toSet());
        Map<Address, Party> found = book.findAll(addresses);
        boolean hasEmail = addresses.stream().anyMatch(Address.Email.class::isInstance);
        Optional<String> own = hasEmail ? ownEmail(sender) : Optional.empty();
        return one -> {
            Address address = Address.parse(one);
            return recipient(address, Optional.ofNullable(found.get(address)), own, sender);
        };
    }

    private static Recipient recipient(
            Address address, Optional<Party> named, Optional<String> ownEmail, Sender sender) {
        if (isOwn(address, ownEmail) || named.filter(sender::isParty).isPresent()) {
            throw new Refusal(Reason.RECIPIENT_IS_SENDER);
        }
        return named.<Recipient>map(Recipient.Known::new).orElseGet(() -> invited(address));
    }

    /** A business may well send something to the member who acts for it. */
    private Optional<String> ownEmail(Sender sender) {
        return sender.actsForSelf() ? members.email(sender.actorId()) : Optional.empty();
    }

    private static boolean isOwn(Address address, Optional<String> ownEmail) {
        return address instanceof Address.Email email
                && ownEmail.filter(email.form()::equals).isPresent();
    }

    /** To an address that nobody confirmed the cash waits for whoever gets the link. */
    private static Recipient invited(Address address) {
        if (address instanceof Address.Email email) {
            return new Recipient.Invited(email.form());
        }
        throw new Refusal(Reason.RECIPIENT_UNKNOWN);
    }
}
