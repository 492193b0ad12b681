/** The emails of a negotiation: what came in and was handled, what is owed and must go out. */
package dev.parley.domain.message;
