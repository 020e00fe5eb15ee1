package cash.tuppence.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneyIsExactTest {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cash.tuppence");

    /** How long to wait until the next try is no money. */
    private static final String WAITING = "cash.tuppence.webhook..";

    @Test
    void noFloatingPointIsEverNearIt() {
        classes()
                .that()
                .resideOutsideOfPackages(WAITING, "cash.tuppence.app..")
                .should(useNoFloatingPoint())
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> useNoFloatingPoint() {
        return new ArchCondition<>("use no floating point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                typesIn(type)
                        .filter(FLOATING::contains)
                        .forEach(found ->
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " uses " + found)));
            }
        };
    }

    private static Stream<String> typesIn(JavaClass type) {
        Stream<JavaClass> fields = type.getFields().stream().map(field -> field.getRawType());
        Stream<JavaClass> results = type.getMethods().stream().map(method -> method.getRawReturnType());
        Stream<JavaClass> parameters =
                type.getCodeUnits().stream().flatMap(unit -> unit.getRawParameterTypes().stream());
        Stream<JavaClass> called = type.getMethodCallsFromSelf().stream()
                .flatMap(call -> Stream.concat(
                        Stream.of(call.getTarget().getRawReturnType(), call.getTargetOwner()),
                        call.getTarget().getRawParameterTypes().stream()));
        return Stream.of(fields, results, parameters, called)
                .flatMap(types -> types)
                .map(JavaClass::getName);
    }
}
