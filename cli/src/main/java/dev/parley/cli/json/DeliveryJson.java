package dev.parley.cli.json;

import dev.parley.documents.InstantText;
import dev.parley.documents.JsonObject;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an owed message has come, as the batch protocol shows it and takes it back. */
public final class DeliveryJson {
    private static final String STATE = "state";
    private static final String ATTEMPTS = "attempts";
    private static final String SINCE = "since";
    private static final String DUE_AT = "due_at";
    private static final String PROVIDER_MESSAGE_ID = "provider_message_id";
    private static final String THREAD_ID = "thread_id";
    private static final String PROBLEM = "problem";

    private DeliveryJson() {}

    /** The delivery as a JSON object. */
    public static Map<String, @Nullable Object> of(Delivery delivery) {
        Receipt receipt = delivery.receipt() == null ? Receipt.plain() : delivery.receipt();
        MessageId providerMessageId = receipt.providerMessageId();
        ThreadId threadId = receipt.threadId();
        Instant dueAt = delivery.dueAt();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(STATE, delivery.state().code());
        object.put(ATTEMPTS, delivery.attempts());
        object.put(SINCE, InstantText.write(delivery.since()));
        object.put(DUE_AT, dueAt == null ? null : InstantText.write(dueAt));
        object.put(PROVIDER_MESSAGE_ID, providerMessageId == null ? null : providerMessageId.value());
        object.put(THREAD_ID, threadId == null ? null : threadId.value());
        object.put(PROBLEM, delivery.problem());
        return object;
    }

    /**
     * The delivery that an object shows.
     *
     * @throws dev.parley.domain.value.InvalidValueException if it shows none that can be
     */
    public static Delivery read(JsonObject object) {
        object.requireOnly(of(Delivery.owed(Instant.EPOCH)).keySet());
        DeliveryState state = DeliveryState.fromCode(object.text(STATE));
        return new Delivery(
                state,
                object.integer(ATTEMPTS),
                object.instant(SINCE),
                object.optional(DUE_AT) == null ? null : object.instant(DUE_AT),
                state == DeliveryState.SENT ? receipt(object) : null,
                object.optionalText(PROBLEM));
    }

    /** The receipt that an object shows; one that says nothing if it has no such members. */
    public static Receipt receipt(JsonObject object) {
        String providerMessageId = object.optionalText(PROVIDER_MESSAGE_ID);
        String threadId = object.optionalText(THREAD_ID);
        return new Receipt(
                providerMessageId == null ? null : new MessageId(providerMessageId),
                threadId == null ? null : new ThreadId(threadId));
    }
}
