package cash.tuppence.wallet.users;

import cash.tuppence.member.api.BalanceJson;
import java.util.List;

/**
 * A person who was just registered, as programs read it.
 *
 * @param id of the wallet, such as {@code w_…}
 * @param token with which programs act for them; told this once
 */
public record UserJson(
        String id, String handle, String name, String email, String region, List<BalanceJson> balances, String token) {}
