/**
 * How tests get their stores: {@link dev.parley.testkit.junit.StoreExtension} for the tests of an app, {@link
 * dev.parley.testkit.junit.StoreFactory} for the test of a store that keeps the contract.
 */
package dev.parley.testkit.junit;
