package cash.tuppence.wallet;

import cash.tuppence.core.PublicId;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import cash.tuppence.member.api.Revocations;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who has which name. What is found is remembered, so that whoever sends many pennies asks the database for names only
 * now and then; that somebody is not found is never remembered. A handle is given once, and what it stands for is
 * remembered until a name is changed anywhere; an address of e-mail may come to name somebody else, and is looked up
 * again every minute.
 */
public final class AddressBook {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_OF_EMAILS = Duration.ofMinutes(1);

    private final Names<Address> addresses;
    private final Names<Long> profilesById;
    private final Names<Long> membersById;
    private final Profiles profiles;
    private final Members members;

    /**
     * @param changes noted wherever a name is changed
     */
    public AddressBook(Profiles profiles, Members members, Revocations changes) {
        this.profiles = profiles;
        this.members = members;
        addresses = new Names<>(changes, address -> address instanceof Address.Email ? LONGEST_OF_EMAILS : LONGEST);
        profilesById = new Names<>(changes, id -> LONGEST);
        membersById = new Names<>(changes, id -> LONGEST);
    }

    public Optional<Party> profile(long profileId) {
        return profilesById.find(profileId, id -> profiles.byId(id).map(Parties::of));
    }

    /** Looks up together those profiles that are not remembered. */
    void prepare(Set<Long> profileIds) {
        profilesById.findAll(profileIds, this::profiles);
    }

    private Map<Long, Party> profiles(Set<Long> ids) {
        return profiles.byIds(ids).values().stream().collect(Collectors.toMap(Profile::id, Parties::of));
    }

    public Optional<Party> member(long memberId) {
        return membersById.find(memberId, id -> members.viewer(id).map(Parties::of));
    }

    /** Whom that names. An e-mail address names a member only once it is confirmed. */
    public Optional<Party> find(Address address) {
        return addresses.find(address, this::look);
    }

    /** As {@link #find(Address)} for each of them, with one question for each kind of address. */
    public Map<Address, Party> findAll(Set<Address> all) {
        return addresses.findAll(all, this::look);
    }

    private Optional<Party> look(Address address) {
        if (address instanceof Address.Handle handle) {
            return profiles.byHandle(handle.form()).map(Parties::of);
        }
        if (address instanceof Address.Wallet wallet) {
            return profiles.byWalletId(wallet.id().text()).map(Parties::of);
        }
        return profiles.byConfirmedEmail(((Address.Email) address).form()).map(Parties::of);
    }

    private Map<Address, Party> look(Set<Address> unknown) {
        Map<Address, Party> found = new HashMap<>();
        Set<String> handles = forms(unknown, Address.Handle.class, Address.Handle::form);
        profiles.byHandles(handles)
                .forEach((handle, profile) -> found.put(new Address.Handle(handle), Parties.of(profile)));
        Set<String> emails = forms(unknown, Address.Email.class, Address.Email::form);
        profiles.byConfirmedEmails(emails)
                .forEach((email, profile) -> found.put(new Address.Email(email), Parties.of(profile)));
        found.putAll(wallets(forms(unknown, Address.Wallet.class, Address.Wallet::id)));
        return found;
    }

    private Map<Address, Party> wallets(Collection<PublicId> ids) {
        Map<Long, Profile> byId = profiles.byIds(ids.stream().map(PublicId::key).toList());
        return ids.stream()
                .filter(id -> byId.containsKey(id.key())
                        && !byId.get(id.key()).hasLeft()
                        && byId.get(id.key()).walletId().equals(id))
                .collect(Collectors.toMap(Address.Wallet::new, id -> Parties.of(byId.get(id.key()))));
    }

    private static <A extends Address, T> Set<T> forms(Set<Address> all, Class<A> kind, Function<A, T> form) {
        return all.stream().filter(kind::isInstance).map(kind::cast).map(form).collect(Collectors.toSet());
    }
}
