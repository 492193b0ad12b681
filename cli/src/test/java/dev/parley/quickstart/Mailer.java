package dev.parley.quickstart;

import dev.parley.domain.identity.ThreadId;

/** How an orchestrator sends email; its own, so a test may play it. */
interface Mailer {
    void send(ThreadId thread, String text);
}
