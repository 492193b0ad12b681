package dev.parley.testkit.contract.recovery;

/** Recovery and quarantine: start-up finds everything that waits, and what cannot be read stops nothing else. */
public interface RecoveryAndQuarantineContract
        extends RecoveryContract, OutlineContract, BacklogContract, QuarantineContract {}
