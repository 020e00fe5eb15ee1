package cash.tuppence.member.signin;

import java.util.List;
import java.util.Optional;

/** What a browser says of itself, in words that its owner knows it by. For showing only: anybody can say anything. */
final class Devices {
    private static final String UNKNOWN = "Another program";
    private static final int MOST_CHARACTERS = 1_000;

    /**
     * @param mark what stands in the header
     */
    private record Name(String mark, String words) {}

    /** The first that fits: most browsers also say that they are others, older and more widely known ones. */
    private static final List<Name> BROWSERS = List.of(
            new Name("Edg", "Edge"),
            new Name("OPR/", "Opera"),
            new Name("SamsungBrowser/", "Samsung Internet"),
            new Name("FxiOS/", "Firefox"),
            new Name("Firefox/", "Firefox"),
            new Name("CriOS/", "Chrome"),
            new Name("Chrome/", "Chrome"),
            new Name("Safari/", "Safari"));

    private static final List<Name> SYSTEMS = List.of(
            new Name("iPhone", "iPhone"),
            new Name("iPad", "iPad"),
            new Name("Android", "Android"),
            new Name("CrOS", "ChromeOS"),
            new Name("Windows", "Windows"),
            new Name("Macintosh", "Mac"),
            new Name("Linux", "Linux"));

    private Devices() {}

    /**
     * @param userAgent the header, or null where there is none
     */
    static String name(String userAgent) {
        String header = userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), MOST_CHARACTERS));
        Optional<String> system = find(SYSTEMS, header).map(words -> " on " + words);
        return find(BROWSERS, header).orElse(UNKNOWN) + system.orElse("");
    }

    private static Optional<String> find(List<Name> names, String header) {
        return names.stream()
                .filter(name -> header.contains(name.mark()))
                .map(Name::words)
                .findFirst();
    }
}
