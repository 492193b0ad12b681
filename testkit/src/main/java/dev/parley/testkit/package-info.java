/**
 * What tests need: {@link dev.parley.testkit.InMemoryNegotiationStore} in place of a store on disk, {@link
 * dev.parley.testkit.NegotiationStoreContract} for whoever writes a store, and fixtures for
 * both.
 */
package dev.parley.testkit;
