package cash.tuppence.architecture;

import static cash.tuppence.architecture.Sources.findings;
import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.architecture.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules of style.md that a machine can check. */
class HouseRulesTest {
    private static final int MOST_LINES = 300;

    /** A test class tells one thing's whole story, case by case. */
    private static final int MOST_LINES_OF_A_TEST = 400;

    private static final List<Source> MAIN = Sources.below(".java", "src/main/java");
    private static final List<Source> JAVA =
            Sources.below(".java", "src/main/java", "src/test/java", "selenium-tests/src", "examples");
    private static final List<Source> MAPPERS = Sources.below("Mapper.xml", "src/main/resources");
    private static final List<Source> SQL = Sources.below(".sql", "db");
    private static final List<Source> TEMPLATES = Sources.below(".html", "src/main/webapp/WEB-INF/templates");

    /** This file names what it forbids. */
    private static List<Source> others(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.fileName().equals("HouseRulesTest.java"))
                .toList();
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(MAIN).hasSizeGreaterThan(50);
        assertThat(MAPPERS).hasSizeGreaterThan(4);
        assertThat(SQL).hasSizeGreaterThan(2);
        assertThat(TEMPLATES).hasSizeGreaterThan(5);
    }

    @Test
    void nothingSleepsItWaitsForWhatItNeeds() {
        assertThat(findings(others(JAVA), "Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep"))
                .isEmpty();
    }

    @Test
    void ourOwnTypesAreNotMocked() {
        assertThat(findings(others(JAVA), "org\\.mockito|easymock")).isEmpty();
    }

    @Test
    void timeComesFromTheClockThatWasHandedIn() {
        assertThat(findings(MAIN, "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)"))
                .isEmpty();
        assertThat(findings(MAIN, "new Date\\(\\)")).isEmpty();
    }

    @Test
    void noExceptionIsSwallowedOrPrinted() {
        Pattern empty = Pattern.compile("catch \\([^)]*\\) \\{\\s*}");
        assertThat(JAVA).noneMatch(source -> empty.matcher(source.text()).find());
        assertThat(findings(MAIN, "printStackTrace\\(")).isEmpty();
    }

    @Test
    void nothingIsLeftToBeDone() {
        assertThat(findings(others(JAVA), "\\b(TODO|FIXME|XXX)\\b")).isEmpty();
        assertThat(findings(TEMPLATES, "\\b(TODO|FIXME|XXX)\\b")).isEmpty();
    }

    @Test
    void filesStaySmall() {
        assertThat(longerThan(MOST_LINES, MAIN)).isEmpty();
        assertThat(longerThan(MOST_LINES_OF_A_TEST, Sources.below(".java", "src/test/java", "selenium-tests/src")))
                .isEmpty();
    }

    private static List<Path> longerThan(int lines, List<Source> sources) {
        return sources.stream()
                .filter(source -> source.text().lines().count() > lines)
                .map(Source::path)
                .toList();
    }

    @Test
    void noPathOfAMachineIsWrittenDown() {
        assertThat(findings(others(JAVA), "\"/(home|root|work|Users)/")).isEmpty();
    }

    @Test
    void mappersBindEachValue() {
        assertThat(findings(MAPPERS, "\\$\\{")).isEmpty();
    }

    @Test
    void sqlIsWrittenInSmallLettersAndNamesItsColumns() {
        String keyword = "\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|VALUES|CREATE|TABLE|ORDER BY|AND)\\b";
        assertThat(findings(MAPPERS, keyword)).isEmpty();
        assertThat(findings(SQL, keyword)).isEmpty();
        assertThat(findings(MAPPERS, "select \\*|\\.\\*")).isEmpty();
    }

    @Test
    void noSqlIsWrittenInAnnotations() {
        assertThat(findings(MAIN, "@(Select|Insert|Update|Delete)(Provider)?\\("))
                .isEmpty();
    }

    @Test
    void mappersLieOnTheirInterfacesPathAndAreListed() {
        String main = MAIN.stream().map(Source::text).collect(Collectors.joining());
        for (Source xml : MAPPERS) {
            Path below = Path.of("src/main/resources").relativize(xml.path());
            String name = xml.fileName().replace(".xml", "");
            assertThat(Path.of("src/main/java").resolve(below).resolveSibling(name + ".java"))
                    .exists();
            String type = below.toString().replace(".xml", "").replace('/', '.');
            assertThat(xml.text()).contains("namespace=\"" + type + "\"");
            assertThat(Pattern.compile("(?<!getMapper\\()\\b" + name + "\\.class")
                            .matcher(main)
                            .find())
                    .as("%s is listed for MyBatis", name)
                    .isTrue();
        }
        assertThat(Sources.below("Mapper.java", "src/main/java"))
                .allMatch(source -> Files.exists(Path.of(
                        "src/main/resources",
                        Path.of("src/main/java")
                                .relativize(source.path())
                                .toString()
                                .replace(".java", ".xml"))));
    }

    @Test
    void moneyAndTimesHaveExactColumns() {
        assertThat(findings(SQL, "^\\s+[a-z_]+\\s+(float|double|real|timestamp)\\b"))
                .isEmpty();
        assertThat(findings(SQL, "\\bdatetime(?!\\(6\\))")).isEmpty();
    }

    @Test
    void templatesHoldNoScriptStyleOrHandler() {
        assertThat(findings(TEMPLATES, "<style\\b|\\sstyle=|th:style=")).isEmpty();
        assertThat(findings(TEMPLATES, "<script(?![^>]*\\ssrc=)")).isEmpty();
        assertThat(findings(TEMPLATES, "\\s(th:)?on[a-z]+=\"")).isEmpty();
        assertThat(findings(TEMPLATES, "javascript:")).isEmpty();
    }

    @Test
    void templatesEscapeWhatTheyShow() {
        assertThat(findings(TEMPLATES, "th:utext|\\[\\(")).isEmpty();
    }

    @Test
    void pagesLoadNothingFromElsewhere() {
        assertThat(findings(TEMPLATES, "<(link|script|img|iframe|source)\\b[^>]*(href|src)=\"(https?:)?//"))
                .isEmpty();
        List<Source> styles = Sources.below(".css", "src/main/webapp/assets");
        assertThat(findings(styles, "@import|url\\([\"']?(https?:)?//")).isEmpty();
    }

    @Test
    void formsThatChangeSomethingCarryTheirProof() {
        Pattern post = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
        for (Source template : TEMPLATES) {
            assertThat(post.matcher(template.text()).results().map(form -> form.group()))
                    .as(template.path().toString())
                    .allMatch(
                            form -> form.contains("_csrf") || form.contains(":: guard") || form.contains("th:replace"));
        }
    }
}
