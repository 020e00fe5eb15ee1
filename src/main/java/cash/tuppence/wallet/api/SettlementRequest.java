package cash.tuppence.wallet.api;

import java.util.List;

/** The body of {@code POST /api/v1/transfers/settlements}: ids of holds. */
record SettlementRequest(List<String> transfers) {}
