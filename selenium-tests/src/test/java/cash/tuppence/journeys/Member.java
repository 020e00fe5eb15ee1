package cash.tuppence.journeys;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Someone who can sign up or in. */
public record Member(String name, String handle, String email, String password) {
    private static final String DEMO_PASSWORD = "tuppence-demo";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static final Member PAYER = demo("Payer");
    public static final Member FRIEND = demo("Friend");
    public static final Member SHOPKEEPER = demo("Shop");

    /** Nobody has that handle or address yet, in this run or in an earlier one. */
    public static Member newcomer(String name) {
        String unique = name.toLowerCase() + "-" + new BigInteger(50, RANDOM).toString(36);
        return new Member(name, unique, unique + "@example.test", "correct horse " + unique);
    }

    private static Member demo(String name) {
        String handle = name.toLowerCase();
        return new Member(name, handle, handle + "@example.test", DEMO_PASSWORD);
    }
}
