package cash.tuppence.member.picture;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a small PNG of our own from a picture that somebody sent, so that nothing of the file itself reaches anybody
 * else: no script, no place where it was taken. Few are made at once, for each takes its memory.
 */
public final class PictureMaker {
    public static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_PIXELS_A_SIDE = 6000;
    static final int SIDE = 512;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");
    private static final int MOST_AT_ONCE = 2;

    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);

    /**
     * @throws Refusal where it is no picture of a kind that we read, or too large
     */
    public byte[] make(byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw tooLarge();
        }
        if (!slots.tryAcquire()) {
            throw new Refusal(Reason.OVERLOADED);
        }
        try {
            return toPng(fit(read(sent)));
        } finally {
            slots.release();
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(Reason.PICTURE_TOO_LARGE).with(MOST_PIXELS_A_SIDE);
    }

    /** The JDK's readers throw many kinds of exception on a file that is not what it says it is. */
    private static BufferedImage read(byte[] sent) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            return read(in);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw new Refusal(Reason.PICTURE_UNREADABLE);
        }
    }

    private static BufferedImage read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new Refusal(Reason.PICTURE_UNREADABLE);
        }
        try {
            reader.setInput(in, true, true);
            return read(reader);
        } finally {
            reader.dispose();
        }
    }

    /** A few kilobytes can claim to be a picture of gigabytes: its size is looked at first, and lines are left out. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (longest > MOST_PIXELS_A_SIDE) {
            throw tooLarge();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, longest / (2 * SIDE));
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage fit(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, Math.min(picture.getWidth(), picture.getWidth() * SIDE / longest));
        int height = Math.max(1, Math.min(picture.getHeight(), picture.getHeight() * SIDE / longest));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = fitted.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return fitted;
    }

    private static byte[] toPng(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("every Java platform writes PNG into memory", e);
        }
    }
}
