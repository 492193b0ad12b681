package dev.parley.cli.json;

import dev.parley.documents.InstantText;
import dev.parley.domain.message.OwedMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An owed message as the batch protocol and the commands show it. */
public final class OwedMessageJson {
    private OwedMessageJson() {}

    /** Everything, the content included. */
    public static Map<String, @Nullable Object> full(OwedMessage owed) {
        Map<String, @Nullable Object> object = brief(owed);
        object.put("content", owed.message().content());
        return object;
    }

    /** Everything but the content. */
    public static Map<String, @Nullable Object> brief(OwedMessage owed) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("message_id", owed.id().value());
        object.put("negotiation_id", owed.message().negotiationId().value());
        object.put("owed_since", InstantText.write(owed.message().owedSince()));
        object.put("delivery", DeliveryJson.of(owed.delivery()));
        return object;
    }
}
