/** The names by which negotiations, campaigns, email threads and messages are known. */
package dev.parley.domain.identity;
