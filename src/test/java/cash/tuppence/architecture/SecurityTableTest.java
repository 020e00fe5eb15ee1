package cash.tuppence.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} against what is there. */
class SecurityTableTest {
    private static final Path DOCUMENT = Path.of("docs", "security.md");

    /** How many requirements ASVS 5.0.0 has at its first two levels. */
    private static final int REQUIREMENTS = 253;

    private static final Pattern ROW = Pattern.compile(
            "^\\| (V\\d+\\.\\d+\\.\\d+) \\| (met|not applicable|open) \\| (.+?) \\| (.*?) ?\\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+)(?:#([A-Za-z0-9]+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private record Row(String id, String state, String how, String shownBy) {}

    private static final String TEXT = read(DOCUMENT);
    private static final List<Row> ROWS = ROW.matcher(TEXT)
            .results()
            .map(found -> new Row(found.group(1), found.group(2), found.group(3), found.group(4)))
            .toList();
    private static final Map<String, String> TESTS = tests();

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each test class's text, by its name; where two have one name, both. */
    private static Map<String, String> tests() {
        return Sources.below(".java", "src/test/java", "selenium-tests/src").stream()
                .collect(Collectors.toMap(
                        source -> source.fileName().replace(".java", ""),
                        Sources.Source::text,
                        String::concat,
                        TreeMap::new));
    }

    @Test
    void hasEachRequirementOnce() {
        assertThat(ROWS).extracting(Row::id).doesNotHaveDuplicates().hasSize(REQUIREMENTS);
        assertThat(TEXT.lines().filter(line -> line.matches("\\| V\\d+\\..*"))).hasSize(REQUIREMENTS);
    }

    @Test
    void countsWhatItHas() {
        Map<String, Long> counts = ROWS.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));
        assertThat(TEXT)
                .contains("**%d met, %d not applicable, %d open**, of %d"
                        .formatted(counts.get("met"), counts.get("not applicable"), counts.get("open"), REQUIREMENTS));
    }

    @Test
    void namesTestsThatAreThere() {
        List<String> missing = new ArrayList<>();
        for (Row row : ROWS) {
            TEST.matcher(row.shownBy())
                    .results()
                    .filter(named -> !isThere(named))
                    .forEach(named -> missing.add(row.id() + " " + named.group()));
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(MatchResult named) {
        String text = TESTS.getOrDefault(named.group(1), "");
        boolean isTest = Stream.of("@Test", "@ParameterizedTest", "@Journey").anyMatch(text::contains);
        return isTest && (named.group(2) == null || text.contains(" void " + named.group(2) + "("));
    }

    @Test
    void hasATestWhereverItSaysThatOneShowsIt() {
        assertThat(ROWS)
                .filteredOn(row -> !row.shownBy().isEmpty())
                .allMatch(row -> TEST.matcher(row.shownBy()).find());
        assertThat(ROWS)
                .filteredOn(row -> row.state().equals("not applicable"))
                .allMatch(row -> row.shownBy().isEmpty());
    }

    @Test
    void leadsToWhatIsThere() {
        assertThat(LINK.matcher(TEXT).results().map(link -> link.group(1)).filter(link -> !link.startsWith("https:")))
                .allMatch(SecurityTableTest::leadsSomewhere);
    }

    private static boolean leadsSomewhere(String link) {
        if (link.startsWith("#")) {
            return headings().anyMatch(heading -> heading.equals(link.substring(1)));
        }
        return Files.exists(DOCUMENT.resolveSibling(link.replaceFirst("#.*", "")));
    }

    private static Stream<String> headings() {
        Function<String, String> anchor = heading -> heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
        return TEXT.lines().filter(line -> line.startsWith("#")).map(anchor);
    }
}
