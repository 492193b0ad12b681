/** The promises of a store that can be copied whole. */
package dev.parley.testkit.contract.copying;
