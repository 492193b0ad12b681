package dev.parley.cli.batch;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The caller's own name for a request, which its answer carries: any JSON string or number, or null. */
final class RequestId {
    static final String MEMBER = "id";

    private RequestId() {}

    /**
     * The id of a request.
     *
     * @throws InvalidValueException if it is something else
     */
    static @Nullable Object of(JsonObject request) {
        Object id = request.optional(MEMBER);
        if (id != null && !isId(id)) {
            throw new InvalidValueException(MEMBER, "must be a string, a number or null");
        }
        return id;
    }

    /**
     * The id of a line that is refused as a whole, so that its caller still learns which request that was; null if it
     * has none that can be made out.
     */
    static @Nullable Object salvage(String line) {
        String token = new MemberScan(line).token(MEMBER);
        if (token == null) {
            return null;
        }
        try {
            Object id = JsonText.parse(MEMBER, token);
            return isId(id) ? id : null;
        } catch (InvalidValueException unreadable) {
            return null;
        }
    }

    private static boolean isId(@Nullable Object value) {
        return value instanceof String || value instanceof BigInteger || value instanceof BigDecimal;
    }
}
