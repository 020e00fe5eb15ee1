package cash.tuppence.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The HTTP methods that a servlet answers: those whose method it overrides. For the {@code Allow} header. */
public final class Allowed {
    /** Ends the name of a method that answers after a while. */
    private static final String LATER = "Later";

    private Allowed() {}

    /**
     * @param base the base class, whose own methods all refuse
     * @param methods in lower case, such as {@code get}
     */
    public static List<String> by(Class<?> servlet, Class<?> base, List<String> methods) {
        return methods.stream()
                .filter(method -> isOverridden(servlet, base, method) || isOverridden(servlet, base, method + LATER))
                .map(method -> method.toUpperCase(Locale.ROOT))
                .toList();
    }

    private static boolean isOverridden(Class<?> servlet, Class<?> base, String method) {
        for (Class<?> type = servlet; type != base; type = type.getSuperclass()) {
            if (Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(m -> m.getName().equals(method))) {
                return true;
            }
        }
        return false;
    }
}
