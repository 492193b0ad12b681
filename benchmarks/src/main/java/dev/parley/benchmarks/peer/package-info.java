/** The libraries one would otherwise pick, given Parley's law and Parley's work. */
package dev.parley.benchmarks.peer;
