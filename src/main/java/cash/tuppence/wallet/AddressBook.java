package cash.tuppence.wallet;

import cash.tuppence.core.PublicId;
import cash.tuppence.member.Members;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who has which name. What is found is remembered for a minute, so that whoever sends many pennies to few recipients
 * asks the database for names only now and then; that somebody is not found is never remembered.
 */
public final class AddressBook {
    /** How long a name that changed is still told as it was. Whom cash goes to does not change: a name is given once. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST = 100_000;

    private final Cache<Address, Party> addresses = remembering();
    private final Cache<Long, Party> profilesById = remembering();
    private final Cache<Long, Party> membersById = remembering();
    private final Profiles profiles;
    private final Members members;

    public AddressBook(Profiles profiles, Members members) {
        this.profiles = profiles;
        this.members = members;
    }

    private static <K> Cache<K, Party> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    public Optional<Party> profile(long profileId) {
        return find(profilesById, profileId, id -> profiles.byId(id).map(Parties::of));
    }

    /** Looks up together those profiles that are not remembered. */
    void prepare(Set<Long> profileIds) {
        Set<Long> unknown = new HashSet<>(profileIds);
        unknown.removeAll(profilesById.getAllPresent(profileIds).keySet());
        profiles.byIds(unknown).forEach((id, profile) -> profilesById.put(id, Parties.of(profile)));
    }

    public Optional<Party> member(long memberId) {
        return find(membersById, memberId, id -> members.viewer(id).map(Parties::of));
    }

    /** Whom that names. An e-mail address names a member only once it is confirmed. */
    public Optional<Party> find(Address address) {
        return find(addresses, address, this::look);
    }

    /** As {@link #find(Address)} for each of them, with one question for each kind of address. */
    public Map<Address, Party> findAll(Set<Address> all) {
        Map<Address, Party> found = new HashMap<>(addresses.getAllPresent(all));
        Set<Address> unknown = new HashSet<>(all);
        unknown.removeAll(found.keySet());
        Map<Address, Party> looked = look(unknown);
        addresses.putAll(looked);
        found.putAll(looked);
        return found;
    }

    private static <K> Optional<Party> find(Cache<K, Party> remembered, K key, Function<K, Optional<Party>> look) {
        return Optional.ofNullable(remembered.get(key, one -> look.apply(one).orElse(null)));
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
                .forEach(profile -> found.put(new Address.Handle(profile.handle()), Parties.of(profile)));
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
                        && byId.get(id.key()).walletId().equals(id))
                .collect(Collectors.toMap(Address.Wallet::new, id -> Parties.of(byId.get(id.key()))));
    }

    private static <A extends Address, T> Set<T> forms(Set<Address> all, Class<A> kind, Function<A, T> form) {
        return all.stream().filter(kind::isInstance).map(kind::cast).map(form).collect(Collectors.toSet());
    }
}
