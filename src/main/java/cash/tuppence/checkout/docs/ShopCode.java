package cash.tuppence.checkout.docs;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A whole shop in one file, in the parts that the guide explains; one after another they are the file.
 *
 * @param id of the language, in hooks and anchors
 * @param file what to name it
 * @param run commands that start it
 * @param ask how it asks to be paid
 * @param back how it checks a payer's way back
 * @param callback how it checks a callback
 * @param serve the rest
 */
public record ShopCode(
        String id, String language, String file, String run, String ask, String back, String callback, String serve) {

    /** @param fill puts this server's addresses and the example's keys in */
    static List<ShopCode> all(UnaryOperator<String> fill) {
        return List.of(
                of(fill, "js", "Node", "shop.mjs", "npm install @TUPPENCE@/plugin/v1/tuppence.tgz\nnode shop.mjs"),
                of(fill, "php", "PHP", "shop.php", "php -S 127.0.0.1:@PORT@ shop.php"),
                of(fill, "py", "Python", "shop.py", "python3 shop.py"),
                of(fill, "java", "Java", "Shop.java", "java Shop.java"));
    }

    private static ShopCode of(UnaryOperator<String> fill, String id, String language, String file, String run) {
        return new ShopCode(
                id,
                language,
                file,
                fill.apply(run),
                part(fill, "ask", id),
                part(fill, "back", id),
                part(fill, "callback", id),
                part(fill, "serve", id));
    }

    private static String part(UnaryOperator<String> fill, String name, String id) {
        return fill.apply(DocFile.load("shops/" + name + "." + id)).stripTrailing();
    }
}
