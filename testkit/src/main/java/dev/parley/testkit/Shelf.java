package dev.parley.testkit;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order they were first put. A row keeps its position when it is replaced; the position of a removed row
 * is never given again, so a page may go on behind it. Not thread-safe.
 */
final class Shelf<K, V> {
    private final Map<K, Long> positions = new HashMap<>();
    private final NavigableMap<Long, V> rows = new TreeMap<>();
    private long lastPosition;

    @Nullable
    V get(K key) {
        Long position = positions.get(key);
        return position == null ? null : rows.get(position);
    }

    void put(K key, V row) {
        rows.put(positions.computeIfAbsent(key, absent -> ++lastPosition), row);
    }

    void remove(K key) {
        Long position = positions.remove(key);
        if (position != null) {
            rows.remove(position);
        }
    }

    Stream<V> all() {
        return rows.values().stream();
    }

    long count(Predicate<V> wanted) {
        return all().filter(wanted).count();
    }

    Page<V> page(PageRequest request, Predicate<V> wanted) {
        List<V> page = new ArrayList<>();
        long end = request.after();
        Iterator<Map.Entry<Long, V>> behind =
                rows.tailMap(request.after(), false).entrySet().iterator();
        while (behind.hasNext()) {
            Map.Entry<Long, V> row = behind.next();
            if (!wanted.test(row.getValue())) {
                continue;
            }
            if (page.size() == request.limit()) {
                return new Page<>(page, List.of(), OptionalLong.of(end));
            }
            page.add(row.getValue());
            end = row.getKey();
        }
        return new Page<>(page, List.of(), OptionalLong.empty());
    }
}
