/** Random walks: a store is driven by chance and compared with a plain model after each call. */
package dev.parley.testkit.walk;
