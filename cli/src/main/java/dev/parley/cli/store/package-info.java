/** The stores that a command may work on, a file or a PostgreSQL server: how they are named, and how they are opened. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.store;
