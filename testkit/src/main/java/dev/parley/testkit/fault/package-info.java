/** Stores that fail and come late when a test wants them to: {@link dev.parley.testkit.fault.FailingStore}. */
package dev.parley.testkit.fault;
