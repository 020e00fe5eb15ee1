package cash.tuppence.member.data;

import cash.tuppence.web.SafeCell;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Records as rows of a table: a column for each component, named as in JSON. */
final class CsvRows {
    private final RecordComponent[] components;

    CsvRows(Class<? extends Record> type) {
        components = type.getRecordComponents();
        Arrays.stream(components).forEach(component -> component.getAccessor().trySetAccessible());
    }

    String[] header() {
        return Arrays.stream(components)
                .map(component -> inSnakeCase(component.getName()))
                .toArray(String[]::new);
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    List<String> cells(Record row) {
        return Arrays.stream(components).map(component -> cell(row, component)).toList();
    }

    private static String cell(Record row, RecordComponent component) {
        Object value = value(row, component);
        return value instanceof String text ? SafeCell.of(text) : value == null ? "" : value.toString();
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record tells its components", e);
        }
    }
}
