/** What an operator types. Each command opens the store, does one thing and says what came of it. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.command;
