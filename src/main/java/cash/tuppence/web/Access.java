package cash.tuppence.web;

/** Who may ask for a URL. What is on no list is denied. */
public enum Access {
    /** A file that is the same for everybody, or a call that brings its own proof: no session is looked at. */
    FILE,
    /** A page that anybody may see; it knows who is signed in. */
    OPEN,
    /** A page for whoever is signed in. */
    MEMBER,
    /** A page of a business, for those of its team whose role covers the route's area. */
    BUSINESS,
    /** A page of the back office. */
    OPERATOR,
    /** A call by a program that shows a bearer secret. */
    API
}
