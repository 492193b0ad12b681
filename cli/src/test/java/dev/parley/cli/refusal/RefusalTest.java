package dev.parley.cli.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final CampaignId CAMPAIGN = new CampaignId("c-1");
    private static final MessageId MESSAGE = new MessageId("m-1");
    private static final Delivery DELIVERY = Delivery.owed(Instant.EPOCH);
    private static final RecordedStep STEP = new RecordedStep(
            new NamedStep(new IdempotencyKey("k"), "digest"), 2, NegotiationState.STALE, Instant.EPOCH);

    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of(new InvalidValueException("x", "is wrong"), ErrorCode.BAD_REQUEST, 2),
                Arguments.of(new ValueTooLargeException("x", "is large"), ErrorCode.TOO_LARGE, 2),
                Arguments.of(new NegotiationNotFoundException(ID), ErrorCode.NOT_FOUND, 1),
                Arguments.of(new CampaignNotFoundException(CAMPAIGN), ErrorCode.NOT_FOUND, 1),
                Arguments.of(new NegotiationAlreadyExistsException(ID), ErrorCode.ALREADY_EXISTS, 1),
                Arguments.of(new CampaignConflictException(CAMPAIGN), ErrorCode.ALREADY_EXISTS, 1),
                Arguments.of(new DuplicateMessageException(MESSAGE), ErrorCode.ALREADY_EXISTS, 1),
                Arguments.of(new DuplicateStepException(ID, STEP), ErrorCode.ALREADY_EXISTS, 1),
                Arguments.of(new StepConflictException(ID, STEP), ErrorCode.STEP_CONFLICT, 1),
                Arguments.of(RestoreConflictException.negotiation(ID, 1, 2), ErrorCode.ALREADY_EXISTS, 1),
                Arguments.of(new MessageNotFoundException(MESSAGE), ErrorCode.NOT_FOUND, 1),
                Arguments.of(new StaleDeliveryException(MESSAGE, DELIVERY), ErrorCode.STALE_DELIVERY, 1),
                Arguments.of(illegalDelivery(), ErrorCode.ILLEGAL_DELIVERY, 1),
                Arguments.of(new QuarantinedRowNotFoundException(7), ErrorCode.NOT_FOUND, 1),
                Arguments.of(new ThreadTakenException(new ThreadId("t"), ID), ErrorCode.THREAD_TAKEN, 1),
                Arguments.of(illegal(), ErrorCode.ILLEGAL_TRANSITION, 1),
                Arguments.of(new StaleRevisionException(ID, 1, 2), ErrorCode.STALE_REVISION, 1),
                Arguments.of(
                        new UnreadableException(new UnreadableRow("negotiation", 1, "n-1", "its checksum is wrong")),
                        ErrorCode.UNREADABLE,
                        3),
                Arguments.of(new StoreClosedException(), ErrorCode.CLOSED, 3),
                Arguments.of(new StoreBusyException(Duration.ofSeconds(1), new IOException("x")), ErrorCode.BUSY, 3),
                Arguments.of(
                        new StoreFailureException(StoreFailureException.Outcome.UNKNOWN, "the disk is full"),
                        ErrorCode.STORE_FAILURE,
                        3),
                Arguments.of(
                        new RefusedException(ErrorCode.NOT_FOUND, "no negotiation is on it"), ErrorCode.NOT_FOUND, 1));
    }

    @ParameterizedTest
    @MethodSource("known")
    void eachExceptionHasItsCodeAndItsExitCode(RuntimeException failure, ErrorCode code, int exitCode) {
        Refusal refusal = Refusal.of(failure);

        assertEquals(code, refusal.code());
        assertEquals(exitCode, refusal.code().exitCode());
        assertEquals(failure.getMessage(), refusal.message());
    }

    @Test
    void noRefusalOfACommitIsForgotten() {
        Set<Class<?>> covered =
                known().map(arguments -> arguments.get()[0].getClass()).collect(Collectors.toSet());

        List<Class<?>> all = Arrays.asList(CommitRefusedException.class.getPermittedSubclasses());

        assertTrue(covered.containsAll(all), () -> "covered are " + covered + " of " + all);
    }

    @Test
    void whatNobodyForesawIsAFailureWhoseMessageIsNotShown() {
        Refusal refusal = Refusal.of(new IllegalArgumentException("a secret"));

        assertEquals(ErrorCode.STORE_FAILURE, refusal.code());
        assertFalse(refusal.message().contains("secret"));
    }

    @Test
    void aMessageIsCutBetweenCharactersAndNotWithinOne() {
        String message = Refusal.of(new InvalidValueException("🎥".repeat(5_000), "is odd"))
                .message();

        assertTrue(message.length() < 3_000);
        assertTrue(message.endsWith("🎥…"));
    }

    private static RuntimeException illegal() {
        return thrown(() -> NegotiationStateMachine.start().trigger(NegotiationEvent.ACCEPT));
    }

    private static RuntimeException illegalDelivery() {
        OutboundMessage message = new OutboundMessage(MESSAGE, ID, Instant.EPOCH, Attributes.empty());
        return thrown(() -> OwedMessage.of(message).failed(Instant.EPOCH, "nobody had it"));
    }

    private static RuntimeException thrown(Executable executable) {
        return assertThrows(RuntimeException.class, executable);
    }
}
