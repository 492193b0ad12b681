/** The protocol by which a program in another language uses Parley: JSON lines in, JSON lines out. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.batch;
