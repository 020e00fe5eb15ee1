package cash.tuppence.db;

/**
 * Where the database is.
 *
 * @param url a {@code jdbc:mariadb:} URL
 * @param poolSize connections for pages and jobs; the posting stage has its own beside them
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {}
