/** What a long history costs. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.growth;
