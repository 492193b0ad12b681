/** Parley's answers as JSON objects, with the keys that other programs rely on. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.json;
