package cash.tuppence.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {
    @Test
    void drawsEachDarkModuleOfTheCodeWithAQuietZoneAround() {
        String text = "https://cash.example/pay/button/btn_00F2Ls7rKzW04qcMhYvEwZx3aBtR";
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        boolean[][] drawn = new boolean[code.size + 8][code.size + 8];
        for (String run : QrCode.of(text).path().substring(1).split("M")) {
            String[] parts = run.split("[ hv]");
            int length = Integer.parseInt(parts[2]);
            for (int i = 0; i < length; i++) {
                drawn[Integer.parseInt(parts[1])][Integer.parseInt(parts[0]) + i] = true;
            }
        }
        for (int y = 0; y < drawn.length; y++) {
            for (int x = 0; x < drawn.length; x++) {
                assertThat(drawn[y][x]).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
        assertThat(QrCode.of(text).size()).isEqualTo(drawn.length);
        assertThat(QrCode.of(text).svg()).startsWith("<svg xmlns").contains("viewBox=\"0 0 " + drawn.length);
    }
}
