package dev.parley.benchmarks.peer.dbos;

/** The workflow that DBOS keeps. */
public interface Leading {
    /**
     * Takes steps until it is told to stop.
     *
     * @param worker which of the workflows that run side by side
     */
    void lead(int worker) throws Exception;
}
