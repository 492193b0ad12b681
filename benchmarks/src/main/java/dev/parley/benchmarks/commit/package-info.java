/** How fast steps become durable. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.commit;
