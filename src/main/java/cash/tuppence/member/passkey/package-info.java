/** Passkeys: how they are made and shown (WebAuthn, level 3), and where they are kept. */
package cash.tuppence.member.passkey;
