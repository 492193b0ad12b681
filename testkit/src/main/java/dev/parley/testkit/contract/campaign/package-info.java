/** The group about campaigns and agreements. */
package dev.parley.testkit.contract.campaign;
