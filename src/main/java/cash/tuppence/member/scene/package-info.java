/** Who is at work, as the trail is told. */
package cash.tuppence.member.scene;
