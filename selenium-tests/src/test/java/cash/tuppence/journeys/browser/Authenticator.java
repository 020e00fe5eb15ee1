package cash.tuppence.journeys.browser;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A device's own lock, that makes and shows passkeys and always takes its owner for who they are. */
public final class Authenticator {
    private final ChromeDriver driver;
    private final VirtualAuthenticator device;

    Authenticator(ChromeDriver driver) {
        this.driver = driver;
        this.device = driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    public int passkeys() {
        return device.getCredentials().size();
    }

    /** From now on, whoever touches it is its owner, or not. */
    public void recognises(boolean owner) {
        device.setUserVerified(owner);
    }

    public void takeAway() {
        driver.removeVirtualAuthenticator(device);
    }
}
