package cash.tuppence.member.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.db.Database;
import cash.tuppence.db.DatabaseSettings;
import cash.tuppence.db.Migrator;
import cash.tuppence.db.Transactions;
import cash.tuppence.member.FormerHandleMapper;
import cash.tuppence.member.MemberMapper;
import cash.tuppence.member.Members;
import cash.tuppence.member.NewMember;
import cash.tuppence.member.ProfileMapper;
import cash.tuppence.member.Viewer;
import cash.tuppence.testing.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberRealmTest {
    private final Passwords passwords = new Passwords();
    private Database database;
    private MemberRealm realm;
    private Members members;
    private Viewer fern;

    @BeforeEach
    void open() {
        TestDatabase test = TestDatabase.fresh();
        database = new Database(new DatabaseSettings(test.url(), test.user(), test.password(), 2));
        new Migrator(database).migrate();
        Transactions transactions =
                new Transactions(database, List.of(MemberMapper.class, ProfileMapper.class, FormerHandleMapper.class));
        members = new Members(transactions, new KeyMaker(InstantSource.system(), 1), InstantSource.system());
        fern = members.create(new NewMember(
                "Fern", "fern", "fern@example.test", passwords.encryptPassword("blue fern"), "US-UT", false));
        realm = new MemberRealm(members, passwords);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsAMemberByTheirPassword() {
        assertThat(realm.getAuthenticationInfo(new UsernamePasswordToken("fern@example.test", "blue fern"))
                        .getPrincipals()
                        .getPrimaryPrincipal())
                .isEqualTo(fern);
    }

    @Test
    void doesTheSameWorkForAnUnknownAddressAsForAWrongPassword() {
        refuses("fern@example.test");
        assertThat(passwords.checked()).isEqualTo(1);
        refuses("nobody@example.test");
        assertThat(passwords.checked()).isEqualTo(2);
        refuses("no address");
        assertThat(passwords.checked()).isEqualTo(3);
    }

    private void refuses(String email) {
        assertThatThrownBy(() -> realm.getAuthenticationInfo(new UsernamePasswordToken(email, "red fern")))
                .isInstanceOf(IncorrectCredentialsException.class);
    }

    @Test
    void keepsArgon2idWithItsParametersInTheHash() {
        assertThat(passwords.encryptPassword("blue fern"))
                .startsWith("$shiro2$argon2id$v=19$t=2,m=19456,p=1$")
                .hasSameSizeAs(passwords.nobodys())
                .isNotEqualTo(passwords.encryptPassword("blue fern"));
        assertThat(passwords.nobodys()).startsWith("$shiro2$argon2id$v=19$t=2,m=19456,p=1$");
    }

    @Test
    void raisesTheWorkOfAnOldHashOnceThePasswordIsThere() {
        Passwords weaker = new Passwords(8192, 1);
        String old = keep(weaker.encryptPassword("blue fern"));
        refuses("fern@example.test");
        assertThat(hash()).isEqualTo(old);
        signIn();
        assertThat(hash()).startsWith("$shiro2$argon2id$v=19$t=2,m=19456,p=1$");
        String raised = hash();
        signIn();
        assertThat(hash()).isEqualTo(raised);
    }

    @Test
    void neverLowersTheWorkOfAHash() {
        String stronger = keep(new Passwords(32768, 3).encryptPassword("blue fern"));
        signIn();
        assertThat(hash()).isEqualTo(stronger);
    }

    @Test
    void keepsAPasswordThatWasChangedWhileTheOldOneWasHashedAnew() {
        String old = hash();
        String changed = keep(passwords.encryptPassword("red fern"));
        members.replacePasswordHash(fern.memberId(), old, passwords.encryptPassword("blue fern"));
        assertThat(hash()).isEqualTo(changed);
    }

    private void signIn() {
        realm.getAuthenticationInfo(new UsernamePasswordToken("fern@example.test", "blue fern"));
    }

    private String hash() {
        return members.credentials("fern@example.test").orElseThrow().passwordHash();
    }

    private String keep(String hash) {
        members.replacePasswordHash(fern.memberId(), hash(), hash);
        return hash;
    }
}
