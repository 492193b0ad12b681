/**
 * What tests need: {@link dev.parley.testkit.InMemoryNegotiationStore} in place of a store on disk, {@link
 * dev.parley.testkit.FailingStore} around it to see what an app makes of a store that fails, {@link
 * dev.parley.testkit.SettableClock} for deadlines and pauses, {@link dev.parley.testkit.NegotiationStoreContract} for
 * whoever writes a store, and fixtures for all of them.
 */
package dev.parley.testkit;
