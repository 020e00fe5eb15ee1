package cash.tuppence.member.settings;

import cash.tuppence.web.Route;
import cash.tuppence.web.RouteTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way around a member's settings. */
final class Sections {
    /** In the order in which they stand. A section is left out where there is no page at its path. */
    private static final List<Section> ALL = List.of(
            new Section("profile", "/settings/profile", "Profile"),
            new Section("security", "/settings/security", "Security"),
            new Section("limits", "/settings/limits", "Limits"),
            new Section("bank", "/settings/bank", "Bank"),
            new Section("notifications", "/settings/notifications", "Mail to you"),
            new Section("tokens", "/settings/security/tokens", "Access tokens"),
            new Section("data", "/settings/data", "Your data"),
            new Section("close", "/settings/close", "Leave"));

    private Sections() {}

    static List<Section> in(RouteTable table) {
        Set<String> pages = table.routes().stream().map(Route::pattern).collect(Collectors.toSet());
        return ALL.stream().filter(section -> pages.contains(section.path())).toList();
    }
}
