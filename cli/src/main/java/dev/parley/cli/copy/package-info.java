/**
 * Copying a whole store into another: {@link dev.parley.cli.copy.StoreCopy}. Both ends are ports, so neither knows where
 * the other keeps what it holds.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.cli.copy;
