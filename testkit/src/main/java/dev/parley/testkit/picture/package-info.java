/** Everything that a store can be asked for, and comparing it to the last character. */
package dev.parley.testkit.picture;
