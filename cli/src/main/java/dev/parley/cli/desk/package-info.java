/** What the batch protocol and the commands have in common. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.desk;
