package cash.tuppence.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on a free port of this machine, which keeps what it is given and can be told to be difficult. */
public final class TestMailServer implements AutoCloseable {
    /** Where in the conversation it says no. */
    public enum At {
        SENDER,
        RECIPIENT,
        DATA
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> logins;
    private final Set<SocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final SMTPServer server;
    private volatile At noAt = At.DATA;
    private volatile int no;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private TestMailServer(SMTPServer.Builder builder) {
        this(builder, List.of());
    }

    private TestMailServer(SMTPServer.Builder builder, List<String> logins) {
        this.logins = logins;
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    /** What came over the wire. */
    public record Received(String from, String to, MimeMessage message) {
        public String header(String name) {
            try {
                return String.join("|", message.getHeader(name));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static TestMailServer plain() {
        return new TestMailServer(SMTPServer.port(0));
    }

    /** One that wants nothing to be said in the clear. */
    public static TestMailServer withStartTls(SSLContext tls) {
        return new TestMailServer(SMTPServer.port(0).requireTLS().startTlsSocketFactory(tls));
    }

    public static TestMailServer withTlsAtOnce(SSLContext tls) {
        return new TestMailServer(SMTPServer.port(0).serverSocketFactory(tls));
    }

    /** One that lets {@code cash} in, with the password {@code s3cr@t}; over STARTTLS where there is any TLS. */
    public static TestMailServer withLogin(SSLContext... tls) {
        List<String> logins = new CopyOnWriteArrayList<>();
        SMTPServer.Builder builder = SMTPServer.port(0)
                .requireAuth()
                .showAuthCapabilitiesBeforeSTARTTLS(true)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.add(user);
                    if (!user.equals("cash") || !password.equals("s3cr@t")) {
                        throw new LoginFailedException();
                    }
                }));
        for (SSLContext context : tls) {
            builder.enableTLS().startTlsSocketFactory(context);
        }
        return new TestMailServer(builder, logins);
    }

    /** From now on it answers so at that point; 0 is yes again. */
    public void says(int code, At at) {
        noAt = at;
        no = code;
    }

    /** From now on it takes mails and says nothing until the gate opens. */
    public void waitsFor(CountDownLatch opening) {
        gate = opening;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public URI url(String scheme) {
        return URI.create(scheme + "://localhost:" + port());
    }

    public List<Received> received() {
        return received;
    }

    /** Who tried to sign in. */
    public List<String> logins() {
        return logins;
    }

    /** Over how many connections mails were given to it. */
    public int connections() {
        return clients.size();
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop();
    }

    private final class Handler implements MessageHandler {
        private final MessageContext context;
        private String from = "";
        private String to = "";

        Handler(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String address) throws RejectException {
            clients.add(context.getRemoteAddress());
            from = address;
            refuseAt(At.SENDER);
        }

        @Override
        public void recipient(String address) throws RejectException {
            to = to.isEmpty() ? address : to + "|" + address;
            refuseAt(At.RECIPIENT);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            try {
                gate.await();
                refuseAt(At.DATA);
                Session session = Session.getInstance(new Properties());
                received.add(new Received(from, to, new MimeMessage(session, new ByteArrayInputStream(bytes))));
            } catch (MessagingException e) {
                throw new RejectException(554, "no mail: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        private void refuseAt(At here) throws RejectException {
            if (no != 0 && noAt == here) {
                throw new RejectException(no, no == 450 ? "not now" : "not like this");
            }
        }

        @Override
        public void done() {
            // Nothing is open.
        }
    }
}
