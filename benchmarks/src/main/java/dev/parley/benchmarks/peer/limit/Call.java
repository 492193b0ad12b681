package dev.parley.benchmarks.peer.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the store ran it.
 *
 * @param sql its text
 * @param parameters what was bound, in order
 * @param isQuery whether rows were asked for
 */
record Call(String sql, List<@Nullable Object> parameters, boolean isQuery) {
    Call {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }
}
