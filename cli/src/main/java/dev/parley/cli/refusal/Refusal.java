package dev.parley.cli.refusal;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.message.IllegalDeliveryException;
import dev.parley.domain.negotiation.IllegalTransitionException;
import dev.parley.domain.negotiation.ThreadAlreadyBoundException;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.util.Map;

/**
 * An exception as the world outside sees it: the one place where exceptions become codes.
 *
 * @param code why it was not done
 * @param message what was not done and what to do about it
 */
public record Refusal(ErrorCode code, String message) {
    /** Names in messages come from outside and may be as long as a line. */
    private static final int MAX_MESSAGE = 2_500;

    private static final Map<Class<?>, ErrorCode> CODES = Map.ofEntries(
            Map.entry(InvalidValueException.class, ErrorCode.BAD_REQUEST),
            Map.entry(ValueTooLargeException.class, ErrorCode.TOO_LARGE),
            Map.entry(NegotiationNotFoundException.class, ErrorCode.NOT_FOUND),
            Map.entry(CampaignNotFoundException.class, ErrorCode.NOT_FOUND),
            Map.entry(NegotiationAlreadyExistsException.class, ErrorCode.ALREADY_EXISTS),
            Map.entry(CampaignConflictException.class, ErrorCode.ALREADY_EXISTS),
            Map.entry(DuplicateMessageException.class, ErrorCode.ALREADY_EXISTS),
            Map.entry(DuplicateStepException.class, ErrorCode.ALREADY_EXISTS),
            Map.entry(RestoreConflictException.class, ErrorCode.ALREADY_EXISTS),
            Map.entry(StepConflictException.class, ErrorCode.STEP_CONFLICT),
            Map.entry(MessageNotFoundException.class, ErrorCode.NOT_FOUND),
            Map.entry(QuarantinedRowNotFoundException.class, ErrorCode.NOT_FOUND),
            Map.entry(IllegalDeliveryException.class, ErrorCode.ILLEGAL_DELIVERY),
            Map.entry(StaleDeliveryException.class, ErrorCode.STALE_DELIVERY),
            Map.entry(ThreadTakenException.class, ErrorCode.THREAD_TAKEN),
            Map.entry(ThreadAlreadyBoundException.class, ErrorCode.THREAD_TAKEN),
            Map.entry(IllegalTransitionException.class, ErrorCode.ILLEGAL_TRANSITION),
            Map.entry(StaleRevisionException.class, ErrorCode.STALE_REVISION),
            Map.entry(AgreementConflictException.class, ErrorCode.AGREEMENT_CONFLICT),
            Map.entry(UnreadableException.class, ErrorCode.UNREADABLE),
            Map.entry(SqliteNegotiationStore.TracesLeftException.class, ErrorCode.STORE_FAILURE),
            Map.entry(StoreClosedException.class, ErrorCode.CLOSED),
            Map.entry(StoreBusyException.class, ErrorCode.BUSY),
            Map.entry(StoreFailureException.class, ErrorCode.STORE_FAILURE));

    /** What an exception means; one that nobody foresaw is a failure whose message is not shown. */
    public static Refusal of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return new Refusal(
                    ErrorCode.STORE_FAILURE,
                    "the process ran out of memory, and whether anything was written is not known; read to find out, and give"
                            + " it more with -Xmx");
        }
        if (failure instanceof RefusedException refused) {
            return new Refusal(refused.code(), message(refused));
        }
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            ErrorCode code = CODES.get(type);
            if (code != null) {
                return new Refusal(code, message(failure));
            }
        }
        return new Refusal(ErrorCode.STORE_FAILURE, "something unforeseen went wrong; --debug shows what");
    }

    private static String message(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.length() <= MAX_MESSAGE) {
            return message;
        }
        int end = Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 1)) ? MAX_MESSAGE - 1 : MAX_MESSAGE;
        return message.substring(0, end) + "…";
    }
}
