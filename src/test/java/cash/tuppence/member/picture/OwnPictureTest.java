package cash.tuppence.member.picture;

import static org.assertj.core.api.Assertions.assertThat;

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

class OwnPictureTest {
    private static final String PAGE = "/settings/profile";
    private static final String BOUNDARY = "the-boundary";
    private static final String WHERE = "41.40338, 2.17403";

    private static TestServer server;
    private static TestBrowser payer;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        payer = server.signedIn("payer");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply send(byte[] file) {
        String proof = payer.get(PAGE).hiddenFields().get(Csrf.FIELD);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + Csrf.FIELD + "\"\r\n\r\n"
                        + proof + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return payer.send(payer.request(PAGE + "/picture")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A JPEG with a comment right behind its beginning, as a camera writes where it was. */
    private static byte[] photo() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] text = WHERE.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
        photo.write(text);
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    @Test
    void isMadeAnewWithoutWhatItTold() throws IOException {
        byte[] photo = photo();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(WHERE);
        send(photo).expect(303);

        Matcher mark = Pattern.compile("/@payer/mark\\.png\\?v=[0-9a-f]{16}")
                .matcher(server.browser().get("/@payer").expect(200).body());
        assertThat(mark.find()).isTrue();
        Reply reply = server.browser().get(mark.group()).expect(200);
        assertThat(reply.header("Content-Type")).isEqualTo("image/png");
        assertThat(reply.body()).doesNotContain("41.40338");

        byte[] made = new PictureMaker().make(photo);
        assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("41.40338");
        assertThat(ImageIO.read(new ByteArrayInputStream(made)).getWidth()).isEqualTo(40);

        payer.post(PAGE, PAGE + "/picture", Map.of("action", "remove")).expect(303);
        server.browser().get(mark.group()).expect(404);
    }

    @Test
    void isRefusedWhereItIsNone() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        Reply reply = send(svg).expect(422);
        assertThat(reply.error("picture"))
                .contains("We cannot read this picture. Please send a PNG, JPEG or GIF file.");
        assertThat(reply.body()).contains("value=\"payer\"");
        send(new byte[0]).expect(422);
        send(Arrays.copyOf(svg, PictureMaker.MOST_BYTES + 1)).expect(422);
        payer.post(PAGE, PAGE + "/picture", Map.of()).expect(422);
    }
}
