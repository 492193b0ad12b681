/** The group about messages that are owed, and giving them to dispatchers. */
package dev.parley.testkit.contract.outbox;
