package dev.parley.domain.port;

/** A commit contradicts what is stored. Nothing of it was written, and the same commit would be refused again. */
public abstract sealed class CommitRefusedException extends StoreException
        permits CampaignConflictException,
                CampaignNotFoundException,
                DuplicateMessageException,
                DuplicateStepException,
                MessageNotFoundException,
                RestoreConflictException,
                NegotiationAlreadyExistsException,
                NegotiationNotFoundException,
                StaleDeliveryException,
                StaleRevisionException,
                StepConflictException,
                ThreadTakenException {
    private static final long serialVersionUID = 1L;

    CommitRefusedException(String message) {
        super(message);
    }
}
