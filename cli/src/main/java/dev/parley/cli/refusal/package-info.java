/** Why something was not done: one code for programs, one exit code for shells, one message for humans. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.refusal;
