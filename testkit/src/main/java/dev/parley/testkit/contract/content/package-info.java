/** The groups about what is kept: hostile content, and content as large as it may be. */
package dev.parley.testkit.contract.content;
