package cash.tuppence.web.page;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * An address as a picture that a phone's camera reads (ISO/IEC 18004), drawn as one SVG path, so that it is sharp at any
 * size and on paper. Always dark on light, with the quiet zone around it that readers need.
 *
 * @param size in modules, quiet zone included: the picture's view box
 * @param path of the dark modules
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** Of any text that is not longer than an address may be. */
    public static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        return new QrCode(code.size + 2 * QUIET, draw(code));
    }

    /** Runs of dark modules, row by row. */
    private static String draw(io.nayuki.qrcodegen.QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int length = run(code, x, y);
                if (length > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(length)
                            .append("v1h-")
                            .append(length)
                            .append('z');
                }
                x += length + 1;
            }
        }
        return path.toString();
    }

    private static int run(io.nayuki.qrcodegen.QrCode code, int x, int y) {
        int length = 0;
        while (code.getModule(x + length, y)) {
            length++;
        }
        return length;
    }

    /** As a file of its own. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><rect width=\"" + size + "\" height=\"" + size
                + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>\n";
    }
}
