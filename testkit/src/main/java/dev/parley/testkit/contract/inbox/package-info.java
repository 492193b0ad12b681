/** The group about what is handled once: messages and named steps. */
package dev.parley.testkit.contract.inbox;
