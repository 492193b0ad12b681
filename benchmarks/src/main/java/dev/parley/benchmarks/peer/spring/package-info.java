/** Spring Statemachine, in memory and on SQLite. */
package dev.parley.benchmarks.peer.spring;
