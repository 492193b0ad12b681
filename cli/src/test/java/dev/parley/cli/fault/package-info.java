/**
 * What death does to an orchestrator with the real dispatcher: a mail server and a ledger stay outside of it, and what
 * they know is compared with what its file says.
 *
 * <p>Each fault says in the log that it ran, {@code FAULT ran: …}. Chance is seeded; the seed is printed, and {@code
 * -Dparley.seed=N} begins with it again. {@code mvn verify} runs the short form, this the long one:
 *
 * <pre>{@code mvn -pl cli -am verify -Dparley.faults=long -Dtest='dev.parley.cli.fault.*Test'
 *     -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
package dev.parley.cli.fault;
