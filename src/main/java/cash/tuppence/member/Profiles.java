package cash.tuppence.member;

import cash.tuppence.core.PublicId;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * Whom that handle names, or named until lately.
     *
     * @param handle without {@code @}; capitals do not matter
     */
    public Optional<Profile> byHandle(String handle) {
        return Handles.find(handle)
                .flatMap(form -> Optional.ofNullable(byHandles(Set.of(form)).get(form)));
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
                        byId(id.key()).filter(profile -> profile.walletId().equals(id) && !profile.hasLeft()));
    }

    /**
     * As {@link #byHandle}, of many at once, by what was asked for; one that is unknown is left out.
     *
     * @param handles as they are kept
     */
    public Map<String, Profile> byHandles(Collection<String> handles) {
        if (handles.isEmpty()) {
            return Map.of();
        }
        Map<String, Profile> found = new HashMap<>();
        list(mapper -> mapper.byHandles(handles)).forEach(profile -> found.put(profile.handle(), profile));
        Set<String> others = new HashSet<>(handles);
        others.removeAll(found.keySet());
        found.putAll(byFormerHandles(others));
        return found;
    }

    private Map<String, Profile> byFormerHandles(Set<String> handles) {
        if (handles.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> owners =
                transactions
                        .read(session ->
                                session.getMapper(FormerHandleMapper.class).leadingOn(handles))
                        .stream()
                        .collect(Collectors.toMap(FormerHandleRow::handle, FormerHandleRow::profileId));
        return named(owners);
    }

    /** What each key names, where its profile is there. */
    private Map<String, Profile> named(Map<String, Long> owners) {
        Map<Long, Profile> profiles = byIds(owners.values());
        return owners.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, owner -> profiles.get(owner.getValue())));
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
        return named(owners);
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
    public static void add(SqlSession session, Profile profile, Tier tier, Instant now) {
        ProfileMapper mapper = session.getMapper(ProfileMapper.class);
        try {
            insert(mapper, profile, tier, now);
        } catch (PersistenceException e) {
            throw isHandleTaken(e) ? Handles.taken(profile.handle()).on("handle") : e;
        }
        FormerHandles.requireFree(session, profile.handle(), profile.id());
        mapper.insertWords(profile.id(), ProfileWords.of(profile.name() + " " + profile.handle()));
    }

    /**
     * Gives a profile another handle; the one that it had leads on for a while.
     *
     * @param chosen as {@link Handles#choose} found it
     * @throws Refusal on {@code handle} where somebody else has it, or had it lately, or it was changed too often
     */
    public static void rename(SqlSession session, FormerHandles former, long id, String chosen) {
        ProfileMapper mapper = session.getMapper(ProfileMapper.class);
        String until = mapper.lockHandle(id);
        if (until.equals(chosen)) {
            return;
        }
        try {
            mapper.setHandle(id, chosen);
        } catch (PersistenceException e) {
            throw isHandleTaken(e) ? Handles.taken(chosen).on("handle") : e;
        }
        former.replace(session, until, chosen, id);
        writeWords(mapper, id);
    }

    private static void writeWords(ProfileMapper mapper, long id) {
        ProfileRow profile = mapper.byId(id).orElseThrow();
        mapper.deleteWords(id);
        mapper.insertWords(id, ProfileWords.of(profile.name() + " " + profile.handle()));
    }

    /** Changes a profile's name and what it says of itself; its handle stays. */
    public static void change(SqlSession session, long id, String name, String about) {
        ProfileMapper mapper = session.getMapper(ProfileMapper.class);
        mapper.update(id, name, about);
        writeWords(mapper, id);
    }

    private static boolean isHandleTaken(PersistenceException failure) {
        return failure.getCause() instanceof SQLException sql && ("" + sql.getMessage()).contains("profiles_handle_uk");
    }

    private static void insert(ProfileMapper mapper, Profile profile, Tier tier, Instant now) {
        mapper.insert(
                profile.id(),
                profile.walletId().nonce(),
                profile.kind(),
                profile.handle(),
                profile.name(),
                profile.about(),
                tier,
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
