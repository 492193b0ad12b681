/** How the contract works with a store: a desk, a dispatcher, many threads, and content that careless stores lose. */
package dev.parley.testkit.desk;
