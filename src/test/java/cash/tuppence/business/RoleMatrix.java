package cash.tuppence.business;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A line of {@code role-matrix.txt}. */
record RoleMatrix(String pattern, Who readers, Who writers) {
    /** Those roles; nobody where the page does not answer the method. */
    record Who(Set<Role> roles) {
        static Who parse(String letters) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (letters.contains(role.name().substring(0, 1).toLowerCase(Locale.ROOT))) {
                    roles.add(role);
                }
            }
            if (!letters.matches("-|o?m?d?c?")) {
                throw new IllegalArgumentException("not who may: " + letters);
            }
            return new Who(roles);
        }

        boolean has(Role role) {
            return roles.contains(role);
        }

        boolean nobody() {
            return roles.isEmpty();
        }
    }

    static List<RoleMatrix> read() {
        try (InputStream in = RoleMatrix.class.getResourceAsStream("role-matrix.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RoleMatrix::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RoleMatrix parse(String line) {
        String[] columns = line.split("\\|");
        return new RoleMatrix(columns[0].strip(), Who.parse(columns[1].strip()), Who.parse(columns[2].strip()));
    }

    String path(String handle) {
        return pattern.replace("{handle}", handle).replaceAll("\\{[a-z]+\\*?}", "x");
    }

    boolean hasMoreVariables() {
        return pattern.replace("{handle}", "").contains("{");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
