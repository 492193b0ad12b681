/**
 * What disks, machines and processes do to a store, one fault a class, each with what must hold afterwards. A mail server
 * and a ledger outside of the processes that die know what went out and what was acknowledged.
 *
 * <p>Each fault says in the log that it ran, {@code FAULT ran: …}, or why it could not, {@code FAULT skipped: …}: some
 * need root, a mount or strace. Chance is seeded; the seed is printed, and {@code -Dparley.seed=N} begins with it again.
 *
 * <p>{@code mvn verify} runs the short form. The long form has many more rounds and takes the better part of an hour:
 *
 * <pre>{@code mvn -pl persistence-sqlite -am verify -Dparley.faults=long -Dtest='dev.parley.persistence.sqlite.fault.*Test'
 *     -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
package dev.parley.persistence.sqlite.fault;
