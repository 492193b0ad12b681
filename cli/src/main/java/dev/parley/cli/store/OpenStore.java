package dev.parley.cli.store;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.CopyableStore;

/** A store that a command has opened, with what lies beneath it. */
public sealed interface OpenStore extends AutoCloseable permits OpenFile, OpenServer {
    /** The store. */
    CopyableStore store();

    /** Looks for damage in all there is, and changes nothing. */
    Checkup checkup();

    /**
     * Deletes a negotiation for good, as far as the database lets it.
     *
     * @param revision the revision the deletion was decided on
     * @return what is to be known about traces of it that may be left elsewhere; empty if there is nothing
     */
    String erase(NegotiationId id, long revision);

    @Override
    void close();
}
