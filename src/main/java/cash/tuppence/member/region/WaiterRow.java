package cash.tuppence.member.region;

/** Somebody who is to be told that a region is open. */
record WaiterRow(String region, String name, String email) {}
