/** The group about saving and finding. */
package dev.parley.testkit.contract.saving;
