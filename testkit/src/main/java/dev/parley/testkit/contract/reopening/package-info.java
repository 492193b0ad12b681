/** The groups about stores that outlive their client: opened again, by two at once, and after a crash. */
package dev.parley.testkit.contract.reopening;
