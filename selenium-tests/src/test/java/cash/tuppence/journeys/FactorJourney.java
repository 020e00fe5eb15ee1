package cash.tuppence.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cash.tuppence.journeys.browser.Authenticator;
import cash.tuppence.journeys.browser.Browser;
import cash.tuppence.journeys.browser.Journey;
import cash.tuppence.journeys.browser.Screen;
import cash.tuppence.journeys.pages.CodePage;
import cash.tuppence.journeys.pages.LoginPage;
import cash.tuppence.journeys.pages.SettingsPage;
import cash.tuppence.journeys.pages.SignUpPage;
import cash.tuppence.journeys.pages.WalletPage;

/** What people show beside their password, or instead of it. */
class FactorJourney {
    @Journey
    void codesOfAnAppAndThenAPasskey(Browser person) {
        Member fay = Member.newcomer("Fay");
        SignUpPage.open(person).as(fay, WalletPage::new);
        String recoveryCode = setUpApp(person);
        WalletPage.open(person).signOut();
        CodePage asked = LoginPage.open(person).as(fay, CodePage::new);
        assertThat(asked.with("000000", CodePage::new).errorOf("code")).isNotBlank();
        new CodePage(person).with(recoveryCode, WalletPage::new);

        Authenticator device = person.fitAuthenticator();
        addPasskey(person);
        assertThat(device.passkeys()).isOne();
        WalletPage.open(person).signOut();
        // A device that knows its owner answers as soon as the field offers its passkeys.
        device.recognises(false);
        LoginPage login = LoginPage.open(person);
        device.recognises(true);
        login.byPasskey(WalletPage::new).signOut();
        person.open(Sites.tuppence("/login"));
        new WalletPage(person);
        assertThat(SettingsPage.open(person, "security/passkeys").words()).contains("My phone", "Last used");
        device.takeAway();
    }

    private static String setUpApp(Browser person) {
        SettingsPage page = SettingsPage.open(person, "security/app");
        App app = App.knowing(page.text("app-secret"));
        SettingsPage codes = page.write("code", app.code()).send("code");
        return codes.text("recovery-code-1");
    }

    private static void addPasskey(Browser person) {
        SettingsPage.open(person, "security/passkeys").write("name", "My phone").askForPasskey();
        assertThat(SettingsPage.open(person, "security/passkeys").text("passkey-1"))
                .isEqualTo("My phone");
    }

    @Journey(on = Screen.DESKTOP, script = false, dark = true)
    void codesOfAnAppWithoutScript(Browser person) {
        Member flo = Member.newcomer("Flo");
        SignUpPage.open(person).as(flo, WalletPage::new);
        String recoveryCode = setUpApp(person);
        assertThat(SettingsPage.open(person, "security/passkeys").words()).contains("Passkeys need JavaScript");
        WalletPage.open(person).signOut();
        LoginPage.open(person).as(flo, CodePage::new).with(recoveryCode, WalletPage::new);
    }
}
