package dev.parley.cli.json;

import dev.parley.domain.port.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Part of a long answer, as the batch protocol shows it. */
public final class PageJson {
    private PageJson() {}

    /**
     * The page as a JSON object.
     *
     * @param name what its rows are called
     * @param row how one of them is shown
     */
    public static <T> Map<String, @Nullable Object> of(
            String name, Page<T> page, Function<? super T, Map<String, @Nullable Object>> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(name, page.rows().stream().map(row).toList());
        object.put(
                "unreadable",
                page.unreadable().stream().map(UnreadableRowJson::of).toList());
        object.put("next", page.next().isPresent() ? page.next().getAsLong() : null);
        return object;
    }
}
