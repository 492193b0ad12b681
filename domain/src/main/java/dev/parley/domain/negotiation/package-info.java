/**
 * What a negotiation is and which steps it may take. {@link dev.parley.domain.negotiation.TransitionTable} is the one
 * place that says what is legal and what is terminal; everything else, in every module, derives from it.
 */
package dev.parley.domain.negotiation;
