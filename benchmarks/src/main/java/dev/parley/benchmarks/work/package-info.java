/** The work that all contenders are given. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.work;
