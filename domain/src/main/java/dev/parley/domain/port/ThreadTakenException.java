package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;

/** An email thread belongs to another negotiation. Nothing was written. */
public final class ThreadTakenException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient ThreadId threadId;
    private final transient NegotiationId holder;

    /** Names what was refused. */
    public ThreadTakenException(ThreadId threadId, NegotiationId holder) {
        super("thread " + threadId + " belongs to negotiation " + holder + "; a thread carries one negotiation");
        this.threadId = threadId;
        this.holder = holder;
    }

    /** The thread. */
    public ThreadId threadId() {
        return threadId;
    }

    /** The negotiation that lives on it. */
    public NegotiationId holder() {
        return holder;
    }
}
