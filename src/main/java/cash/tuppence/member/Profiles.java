package cash.tuppence.member;

import cash.tuppence.core.PublicId;
import cash.tuppence.db.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Finds profiles. */
public final class Profiles {
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

    /** Those profiles, by id; one that is unknown is left out. */
    public Map<Long, Profile> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions
                .read(session -> session.getMapper(ProfileMapper.class).byIds(ids))
                .stream()
                .map(ProfileRow::toProfile)
                .collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    /** All businesses that want to be found, by name. */
    public List<Profile> businesses(int limit) {
        return transactions
                .read(session -> session.getMapper(ProfileMapper.class).ofKind(ProfileKind.BUSINESS, limit))
                .stream()
                .map(ProfileRow::toProfile)
                .toList();
    }

    private Optional<Profile> find(Function<ProfileMapper, Optional<ProfileRow>> search) {
        return transactions
                .read(session -> search.apply(session.getMapper(ProfileMapper.class)))
                .map(ProfileRow::toProfile);
    }
}
