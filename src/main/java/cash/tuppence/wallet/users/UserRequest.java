package cash.tuppence.wallet.users;

/** The body of {@code POST /api/v1/users}. Members that were not sent are null. */
record UserRequest(String name, String handle, String email, String region, Balance balance) {
    /** Cash as the API writes it. */
    record Balance(String amount, String currency) {}
}
