package cash.tuppence.backoffice.trail;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.Profile;
import cash.tuppence.member.Profiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Between the trail's ids and the names that people know. */
final class Names {
    private final Transactions transactions;
    private final Profiles profiles;

    Names(Transactions transactions, Profiles profiles) {
        this.transactions = transactions;
        this.profiles = profiles;
    }

    Map<Long, NameRow> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions.read(session -> session.getMapper(NameMapper.class).names(ids)).stream()
                .collect(Collectors.toMap(NameRow::id, Function.identity()));
    }

    /**
     * The ids by which the trail may know whoever was typed: a handle's profile and its member, or an id as it stands.
     *
     * @throws Refusal where nobody is called so
     */
    List<Long> ids(String typed) {
        String name = typed.strip().replaceFirst("^@", "");
        if (name.matches("[0-9]{1,18}")) {
            return List.of(Long.parseLong(name));
        }
        long profileId = profiles.byHandle(name).map(Profile::id).orElseThrow(() -> new Refusal(Reason.PAYER_UNKNOWN));
        return transactions.read(session -> Stream.concat(
                        Stream.of(profileId), session.getMapper(NameMapper.class).memberOf(profileId).stream())
                .toList());
    }
}
