package cash.tuppence.wallet.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The body of {@code POST /api/v1/transfers/batch}. Each of them is read alone, so that a fault is its own result. */
record BatchRequest(List<JsonNode> transfers) {}
