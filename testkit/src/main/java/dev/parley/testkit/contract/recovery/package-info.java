/** The groups about what a process finds to do: what is in flight, what is overdue, what cannot be read. */
package dev.parley.testkit.contract.recovery;
