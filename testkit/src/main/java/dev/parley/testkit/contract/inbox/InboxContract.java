package dev.parley.testkit.contract.inbox;

/** Inbox: messages and named steps are taken once, and what came of them is remembered. */
public interface InboxContract
        extends MessageContract, IdempotencyContract, RecordedStepContract, StepNameFirstContract, ForgettingContract {}
