/** The database: pool, transactions as lambdas, MyBatis, migrations, and how secrets are kept. */
package cash.tuppence.db;
