package cash.tuppence.business;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.testing.TestServer;
import org.junit.jupiter.api.Test;

class DirectoryServletTest {
    @Test
    void anybodyFindsTheShopsAndNoPerson() {
        try (TestServer server = TestServer.start()) {
            String all = server.browser().get("/directory").expect(200).body();
            assertThat(all).contains("Corner Shop", "Library of Little Things").doesNotContain("Paula");
            assertThat(server.browser().get("/directory?q=@corner").expect(200).body())
                    .contains("Corner Shop")
                    .doesNotContain("Little Things");
            assertThat(server.browser().get("/directory?q=nobody").expect(200).body())
                    .contains("Nobody of that name");
        }
    }
}
