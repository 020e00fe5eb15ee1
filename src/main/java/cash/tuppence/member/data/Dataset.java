package cash.tuppence.member.data;

import cash.tuppence.member.Viewer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One kind of thing that is kept about a member, as it is told to them. Features bring those of what they keep.
 *
 * @param name of its files in the archive, without ending
 * @param type what each row is; its components are the columns
 * @param rows read as they are asked for, so that there may be any number; each time anew
 */
public record Dataset(String name, Class<? extends Record> type, Function<Viewer, Stream<? extends Record>> rows) {
    public static <R extends Record> Dataset of(String name, Class<R> type, Function<Viewer, Stream<R>> rows) {
        return new Dataset(name, type, rows::apply);
    }
}
