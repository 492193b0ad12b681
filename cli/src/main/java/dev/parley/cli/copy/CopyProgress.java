package dev.parley.cli.copy;

/** Is told how far a copy has come. */
@FunctionalInterface
public interface CopyProgress {
    /** What a copy does, one after the other. */
    enum Phase {
        /** Everything is read at the source, and counted. */
        READING,
        /** Campaigns with their agreements are copied. */
        CAMPAIGNS,
        /** Negotiations with everything that is kept of each are copied. */
        NEGOTIATIONS,
        /** Owed messages with their deliveries are copied. */
        MESSAGES,
        /** Everything is read on both sides and compared. */
        COMPARING
    }

    /**
     * Called after each page, on the thread that copies.
     *
     * @param done how many campaigns, negotiations or messages the phase has come to, those that were there included
     * @param total how many there will be; 0 while that is not known yet
     */
    void at(Phase phase, long done, long total);

    /** Nobody wants to know. */
    static CopyProgress none() {
        return (phase, done, total) -> {};
    }
}
