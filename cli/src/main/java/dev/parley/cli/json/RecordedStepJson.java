package dev.parley.cli.json;

import dev.parley.application.Advanced;
import dev.parley.documents.InstantText;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.RecordedStep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a step that was committed under a key, as the batch protocol shows it. */
public final class RecordedStepJson {
    private RecordedStepJson() {}

    /** What was recorded, as a JSON object. */
    public static Map<String, @Nullable Object> of(RecordedStep recorded) {
        return of(recorded.revision(), recorded.state(), recorded.at());
    }

    /** What was recorded of a step that is repeated, as a JSON object. */
    public static Map<String, @Nullable Object> of(Advanced repeated) {
        return of(repeated.revision(), repeated.state(), repeated.at());
    }

    private static Map<String, @Nullable Object> of(long revision, NegotiationState state, Instant at) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("revision", revision);
        object.put("state", state.code());
        object.put("at", InstantText.write(at));
        return object;
    }
}
