package dev.parley.testkit.picture;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;

/** By what a store is asked for a step: names of different negotiations do not meet. */
public record StepName(NegotiationId negotiation, IdempotencyKey key) {}
