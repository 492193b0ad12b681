/** The groups about revisions and races, and about the history that each revision appends to. */
package dev.parley.testkit.contract.revision;
