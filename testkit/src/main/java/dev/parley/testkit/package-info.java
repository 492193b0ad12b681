/**
 * What the tests of an app need: {@link dev.parley.testkit.InMemoryNegotiationStore} in place of a store on disk, {@link
 * dev.parley.testkit.SettableClock} for deadlines and pauses, and fixtures. {@code fault} holds a store that fails when a
 * test wants it to, {@code junit} hands tests a fresh store of any kind, and {@code contract} is for whoever writes a
 * store.
 */
package dev.parley.testkit;
