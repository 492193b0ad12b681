/**
 * Every promise of a store as tests, in groups that may be implemented one by one. {@link
 * dev.parley.testkit.contract.NegotiationStoreContract} has those that any store keeps, {@link
 * dev.parley.testkit.contract.ReopenableStoreContract} those of a store that outlives its client.
 */
package dev.parley.testkit.contract;
