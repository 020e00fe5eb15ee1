package cash.tuppence.member;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** Finds profiles. */
public final class Profiles {
    private static final int MOST_WORDS = 5;

    private final Transactions transactions;

    public Profiles(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<Profile> byId(long id) {
        return find(mapper -> mapper.byId(id));
    }

    /** The profile of a key that this very transaction made or read. */
    public Profile byId(SqlSession session, long id) {
        return session.getMapper(ProfileMapper.class)
                .byId(id)
                .map(ProfileRow::toProfile)
                .orElseThrow();
    }

    /**
     * @param handle without {@code @}; capitals do not matter
     */
    public Optional<Profile> byHandle(String handle) {
        return Handles.find(handle).flatMap(form -> find(mapper -> mapper.byHandle(form)));
    }

    /** The person to whom that address belongs: it must have been confirmed. */
    public Optional<Profile> byConfirmedEmail(String email) {
        return Emails.find(email).flatMap(form -> find(mapper -> mapper.byConfirmedEmail(form)));
    }

    /**
     * @param walletId such as {@code w_…}
     */
    public Optional<Profile> byWalletId(String walletId) {
        return PublicId.parse(Profile.WALLET, walletId)
                .flatMap(id ->
                        byId(id.key()).filter(profile -> profile.walletId().equals(id)));
    }

    /**
     * Those profiles; one that is unknown is left out.
     *
     * @param handles as they are kept
     */
    public List<Profile> byHandles(Collection<String> handles) {
        return handles.isEmpty() ? List.of() : list(mapper -> mapper.byHandles(handles));
    }

    /**
     * As {@link #byConfirmedEmail}, of many at once, by address.
     *
     * @param emails as they are kept
     */
    public Map<String, Profile> byConfirmedEmails(Collection<String> emails) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> owners =
                transactions
                        .read(session -> session.getMapper(ProfileMapper.class).ownersOfConfirmedEmails(emails))
                        .stream()
                        .collect(Collectors.toMap(EmailOwnerRow::email, EmailOwnerRow::profileId));
        Map<Long, Profile> profiles = byIds(owners.values());
        return owners.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, owner -> profiles.get(owner.getValue())));
    }

    /** Those profiles, by id; one that is unknown is left out. */
    public Map<Long, Profile> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return list(mapper -> mapper.byIds(ids)).stream().collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    /**
     * Public profiles with a name or a handle in which each word that was typed begins one, newest first.
     *
     * @param query without any letter or digit, it finds nobody
     * @param before only those with a smaller id
     */
    public List<Profile> search(String query, long before, int limit) {
        List<String> prefixes = ProfileWords.of(query).stream()
                .limit(MOST_WORDS)
                .map(word -> word + "%")
                .toList();
        if (prefixes.isEmpty()) {
            return List.of();
        }
        return transactions
                .read(session -> session.getMapper(ProfileMapper.class).search(prefixes, before, limit))
                .stream()
                .map(ProfileRow::toProfile)
                .toList();
    }

    /**
     * Keeps a new profile, in the transaction that makes what it is of.
     *
     * @throws Refusal on {@code handle} where somebody has it already: the unique key decides, since whoever looked first
     *     may still be second
     */
    public static void add(SqlSession session, Profile profile, Instant now) {
        ProfileMapper mapper = session.getMapper(ProfileMapper.class);
        try {
            insert(mapper, profile, now);
        } catch (PersistenceException e) {
            throw isHandleTaken(e) ? Handles.taken(profile.handle()).on("handle") : e;
        }
        mapper.insertWords(profile.id(), ProfileWords.of(profile.name() + " " + profile.handle()));
    }

    /** Changes a profile's name and what it says of itself; its handle stays. */
    public static void change(SqlSession session, long id, String name, String about) {
        ProfileMapper mapper = session.getMapper(ProfileMapper.class);
        mapper.update(id, name, about);
        mapper.deleteWords(id);
        mapper.insertWords(
                id, ProfileWords.of(name + " " + mapper.byId(id).orElseThrow().handle()));
    }

    private static boolean isHandleTaken(PersistenceException failure) {
        return failure.getCause() instanceof SQLException sql && ("" + sql.getMessage()).contains("profiles_handle_uk");
    }

    private static void insert(ProfileMapper mapper, Profile profile, Instant now) {
        mapper.insert(
                profile.id(),
                profile.walletId().nonce(),
                profile.kind(),
                profile.handle(),
                profile.name(),
                profile.about(),
                now);
    }

    /** All businesses that want to be found, by name. */
    public List<Profile> businesses(int limit) {
        return list(mapper -> mapper.ofKind(ProfileKind.BUSINESS, limit));
    }

    private List<Profile> list(Function<ProfileMapper, List<ProfileRow>> search) {
        return transactions.read(session -> search.apply(session.getMapper(ProfileMapper.class))).stream()
                .map(ProfileRow::toProfile)
                .toList();
    }

    private Optional<Profile> find(Function<ProfileMapper, Optional<ProfileRow>> search) {
        return transactions
                .read(session -> search.apply(session.getMapper(ProfileMapper.class)))
                .map(ProfileRow::toProfile);
    }
}
