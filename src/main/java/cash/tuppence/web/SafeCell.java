package cash.tuppence.web;

/** Text of other people in a cell of a spreadsheet. */
public final class SafeCell {
    private SafeCell() {}

    /**
     * The text, with an apostrophe before what a spreadsheet would take for a formula
     * (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>).
     */
    public static String of(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
