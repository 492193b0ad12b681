/** What runs in memory, measured with JMH. */
package dev.parley.benchmarks.jmh;
