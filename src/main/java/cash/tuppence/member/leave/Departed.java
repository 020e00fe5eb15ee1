package cash.tuppence.member.leave;

import java.util.List;

/** Who somebody was who left, as it is kept: encrypted JSON. */
record Departed(DepartedRow member, List<ConsentRow> consents) {}
