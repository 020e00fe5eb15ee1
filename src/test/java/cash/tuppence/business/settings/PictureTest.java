package cash.tuppence.business.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cash.tuppence.core.Reason;
import cash.tuppence.core.Refusal;
import cash.tuppence.member.picture.PictureMaker;
import cash.tuppence.testing.Reply;
import cash.tuppence.testing.TestBrowser;
import cash.tuppence.testing.TestServer;
import cash.tuppence.web.guard.Csrf;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final String SETTINGS = "/business/library/settings";
    private static final String BOUNDARY = "the-boundary";

    private static TestServer server;
    private static TestBrowser owner;

    private final PictureMaker maker = new PictureMaker();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.signedIn("library");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Reply send(byte[] file, String type) throws IOException {
        String proof = owner.get(SETTINGS).hiddenFields().get(Csrf.FIELD);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + Csrf.FIELD + "\"\r\n\r\n"
                        + proof + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return owner.send(owner.request(SETTINGS + "/picture")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void isShownUnderAnAddressThatMayBeKeptForGood() throws IOException {
        send(picture(1200, 800, "jpeg"), "image/jpeg").expect(303);
        Matcher mark = Pattern.compile("/@library/mark\\.png\\?v=[0-9a-f]{16}")
                .matcher(owner.get(SETTINGS).body());
        assertThat(mark.find()).isTrue();
        Reply kept = server.browser().get(mark.group()).expect(200);
        assertThat(kept.header("Content-Type")).isEqualTo("image/png");
        assertThat(kept.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(kept.header("Cache-Control")).contains("immutable");
        assertThat(kept.header("Set-Cookie")).isEmpty();
        Reply looked = server.browser().get("/@library/mark.png").expect(200);
        assertThat(looked.header("Cache-Control")).isEqualTo("public, max-age=300");
        TestBrowser again = server.browser();
        again.send(again.request("/@library/mark.png")
                        .header("If-None-Match", looked.header("ETag"))
                        .GET())
                .expect(304);
        owner.post(SETTINGS, SETTINGS + "/picture", Map.of("action", "remove")).expect(303);
        server.browser().get("/@library/mark.png").expect(404);
    }

    @Test
    void isRefusedWithAMessageWhereItIsNone() throws IOException {
        Reply svg = send("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml");
        assertThat(svg.expect(422).error("picture"))
                .contains("We cannot read this picture. Please send a PNG, JPEG or GIF file.");
        assertThat(svg.body()).contains("Library of Little Things");
        assertThat(send(new byte[0], "image/png").expect(422).error("picture")).isPresent();
        assertThat(send(new byte[PictureMaker.MOST_BYTES + 1], "image/png")
                        .expect(422)
                        .error("picture"))
                .isPresent();
        send(new byte[2 * 1024 * 1024], "image/png").expect(413);
    }

    @Test
    void isMadeSmallAndAnew() throws IOException {
        BufferedImage made = ImageIO.read(new ByteArrayInputStream(maker.make(picture(3000, 1500, "png"))));
        assertThat(made.getWidth()).isEqualTo(512);
        assertThat(made.getHeight()).isEqualTo(512 / 2);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(maker.make(picture(3, 40, "gif"))));
        assertThat(small.getWidth()).isEqualTo(3);
        assertThat(small.getHeight()).isEqualTo(40);
    }

    @Test
    void isNotEvenReadWhereItClaimsToBeHuge() throws IOException {
        byte[] huge = picture(10, 10, "png");
        // The width stands in the first chunk, whose checksum the JDK's reader does not look at.
        huge[16] = 0x7f;
        assertThatThrownBy(() -> maker.make(huge))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PICTURE_TOO_LARGE));
    }

    /** What a reader makes of half a file differs; it is a refusal or a picture, and never a failure of ours. */
    @Test
    void doesNoHarmWhereItBreaksOff() throws IOException {
        byte[] whole = picture(200, 200, "jpeg");
        for (int length = 0; length < whole.length; length += 37) {
            byte[] cut = Arrays.copyOf(whole, length);
            Throwable thrown = catchThrowable(() -> maker.make(cut));
            assertThat(thrown == null || thrown instanceof Refusal)
                    .as("cut at %s", length)
                    .isTrue();
        }
        assertThatThrownBy(() -> maker.make(Arrays.copyOf(whole, 20))).isInstanceOf(Refusal.class);
    }
}
