package dev.parley.persistence.rows.quarantine;

import dev.parley.documents.JsonObject;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in a document that a human has mended.
 *
 * @param table the table's name
 * @param path where the rows stand in the document, for errors
 * @param rows text, whole numbers and nulls by column
 */
public record MendedTable(String table, String path, List<Map<String, @Nullable Object>> rows) {
    /** What the store itself makes of a row's content; what a document says there is passed over. */
    private static final Set<String> DERIVED = Set.of(
            "active", "agreement_missing", "expires_at", "history_length", "open", "checksum", "context_checksum");

    /**
     * Reads them.
     *
     * @param columns those of the schema; the document has no say in them
     * @throws InvalidValueException if they are not exactly of the table's columns and their types
     */
    static MendedTable of(JsonObject document, String table, List<RawColumn> columns) {
        List<String> names = columns.stream().map(RawColumn::name).toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonObject row : document.objects(table)) {
            row.requireOnly(names);
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (RawColumn column : columns) {
                boolean derived = DERIVED.contains(column.name());
                cells.put(column.name(), derived ? column.blank() : cell(row, column));
            }
            rows.add(Collections.unmodifiableMap(cells));
        }
        return new MendedTable(table, document.path() + "." + table, List.copyOf(rows));
    }

    /** Checks that there is one row alone, and that it is the one that is to be mended. */
    void requireOne(String key, long position) {
        if (rows.size() != 1) {
            throw new InvalidValueException(path, "must be one row, that of the entry in quarantine");
        }
        requireAll(key, position);
    }

    /** Checks that all rows belong to the one that is to be mended. */
    void requireAll(String column, @Nullable Object value) {
        for (int i = 0; i < rows.size(); i++) {
            if (!Objects.equals(rows.get(i).get(column), value)) {
                throw new InvalidValueException(
                        path + "[" + i + "]." + column, "is that of another row than the one in quarantine");
            }
        }
    }

    private static @Nullable Object cell(JsonObject row, RawColumn column) {
        @Nullable Object value = row.optional(column.name());
        if (value == null) {
            if (column.isRequired() || !row.values().containsKey(column.name())) {
                throw new InvalidValueException(row.path() + "." + column.name(), "is required");
            }
            return null;
        }
        if (column.isText() && value instanceof String text) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new InvalidValueException(row.path() + "." + column.name(), "has a lone surrogate");
            }
            return text;
        }
        if (!column.isText() && value instanceof BigInteger whole && whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        throw new InvalidValueException(
                row.path() + "." + column.name(),
                "must be " + (column.isText() ? "a string" : "a whole number") + "; bytes must be mended");
    }
}
