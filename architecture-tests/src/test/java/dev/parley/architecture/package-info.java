/**
 * The walls of the house, each a rule with a fixture that breaks it. A rule stands in the test class of its idea; what
 * it is asked of is a {@link dev.parley.architecture.house.House}, so that the same rule judges Parley and the fixture.
 */
package dev.parley.architecture;
