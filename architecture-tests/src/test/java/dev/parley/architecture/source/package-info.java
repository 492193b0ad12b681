/** Sources as text, for what bytecode does not show: literals, comments, and what stands inside methods. */
package dev.parley.architecture.source;
