/** Text in and out of the process, in UTF-8. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.console;
