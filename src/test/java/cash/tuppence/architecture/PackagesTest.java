package cash.tuppence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of packages: what each may import, and with it whatever that may import. */
class PackagesTest {
    private static final String ROOT = "cash.tuppence";

    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("db", List.of("core")),
            Map.entry("ledger", List.of("db")),
            Map.entry("outbox", List.of("db")),
            Map.entry("trail", List.of("db")),
            Map.entry("web", List.of("db")),
            Map.entry("mail", List.of("outbox", "web")),
            Map.entry("member", List.of("ledger", "mail", "trail")),
            Map.entry("business", List.of("member")),
            Map.entry("wallet", List.of("business")),
            Map.entry("webhook", List.of("wallet")),
            Map.entry("checkout", List.of("webhook")),
            Map.entry("bank", List.of("business")),
            Map.entry("backoffice", List.of("checkout", "bank")),
            Map.entry("app", List.of("backoffice"))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Set<String> packages() {
        return MAY_IMPORT.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importOnlyWhatTheyMay(String name) {
        String[] allowed =
                closure(name).stream().map(one -> ROOT + "." + one + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Set<String> closure(String name) {
        Set<String> reached = new TreeSet<>(Set.of(name));
        MAY_IMPORT.get(name).forEach(next -> reached.addAll(closure(next)));
        return reached;
    }

    @Test
    void areAllInTheTable() {
        Set<String> found = new TreeSet<>();
        CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(path -> !path.isEmpty())
                .forEach(path -> found.add(path.substring(1).split("\\.")[0]));
        assertThat(packages()).containsAll(found);
    }

    @Test
    void haveNoCyclesAmongFeaturesNorInsideThem() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        for (String feature : List.of("ledger", "web", "mail", "member", "wallet", "webhook", "checkout")) {
            slices().matching(ROOT + "." + feature + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void knowHttpOnlyFromTheWebUp() {
        noClasses()
                .that()
                .resideInAnyPackage(of("core"), of("db"), of("ledger"), of("outbox"), of("trail"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "java.net.http..", "org.apache.hc..", "org.thymeleaf..")
                .check(CLASSES);
    }

    @Test
    void needNothingButTheJdkInTheCore() {
        noClasses()
                .that()
                .resideInAPackage(of("core"))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", of("core"))
                .check(CLASSES);
    }

    @Test
    void leaveTheContainersOwnClassesToTheLauncher() {
        noClasses()
                .that()
                .resideOutsideOfPackage(of("app.launch"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.catalina..", "org.apache.tomcat..", "org.apache.coyote..")
                .check(CLASSES);
    }

    private static String of(String name) {
        return ROOT + "." + name + "..";
    }
}
