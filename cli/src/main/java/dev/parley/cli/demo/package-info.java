/**
 * The crash demo: a world that negotiates with a process which is killed again and again, and keeps a ledger of
 * everything that was acknowledged.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.demo;
