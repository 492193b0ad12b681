package dev.parley.cli.batch;

import dev.parley.application.Step.Owed;
import dev.parley.application.Step.Received;
import dev.parley.documents.AttributesJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import java.util.List;

/** The messages that a step answers, and those that it owes. */
final class MessageMembers {
    private static final String ID = "message_id";
    private static final String RECEIVED_AT = "received_at";
    private static final String CONTENT = "content";

    private MessageMembers() {}

    static List<Received> handled(JsonObject request, String name) {
        return objects(request, name).stream()
                .map(message -> {
                    message.requireOnly(List.of(ID, RECEIVED_AT, CONTENT));
                    return new Received(id(message), message.instant(RECEIVED_AT), content(message));
                })
                .toList();
    }

    static List<Owed> owed(JsonObject request, String name) {
        return objects(request, name).stream()
                .map(message -> {
                    message.requireOnly(List.of(ID, CONTENT));
                    return new Owed(id(message), content(message));
                })
                .toList();
    }

    /** Which message a request, or a part of it, is about. */
    static MessageId id(JsonObject request) {
        return new MessageId(request.text(ID));
    }

    private static Attributes content(JsonObject message) {
        return AttributesJson.fromPlain(message.object(CONTENT), Dialect.PARLEY);
    }

    private static List<JsonObject> objects(JsonObject request, String name) {
        return request.optional(name) == null ? List.of() : request.objects(name);
    }
}
