/** {@code parley}: the composition root, the operator's commands, the batch protocol and the crash demo. */
@org.jspecify.annotations.NullMarked
package dev.parley.cli;
