/**
 * What death does to several nodes that share one PostgreSQL, and to them all when the server dies. A mail server and a
 * ledger outside of them know what went out and what was acknowledged.
 *
 * <p>Each fault says in the log that it ran, {@code FAULT ran: …}. Chance is seeded; the seed is printed, and {@code
 * -Dparley.seed=N} begins with it again. {@code mvn verify} runs the short form, this the long one:
 *
 * <pre>{@code mvn -pl persistence-postgresql -am verify -Dparley.faults=long
 *     -Dtest='dev.parley.persistence.postgresql.fault.*Test' -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
package dev.parley.persistence.postgresql.fault;
