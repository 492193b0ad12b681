/** What durable steps, start-ups and transitions cost, beside what one would otherwise write or pick. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks;
