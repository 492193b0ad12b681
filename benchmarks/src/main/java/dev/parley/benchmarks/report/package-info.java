/** The figures as tables, as raw data and as pictures. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.report;
