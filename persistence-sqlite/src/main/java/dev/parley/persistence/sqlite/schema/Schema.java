package dev.parley.persistence.sqlite.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parley's tables. They may stand beside an app's own in one file: all their names begin with {@code parley_}, and the
 * version is kept in {@code parley_schema}, since {@code user_version} is the app's.
 */
public final class Schema {
    private static final int VERSION = 1;

    private static final Pattern CREATE = Pattern.compile("CREATE (?:TABLE|INDEX|VIEW) (parley_\\w+)");

    /** What each object of ours is called and how it is made, in an order in which they can be made. */
    private static final Map<String, String> OBJECTS = objects();

    private Schema() {}

    /** Whether the tables are there already. */
    public enum Presence {
        /** All of them, as this version makes them. */
        PRESENT,
        /** None of them. */
        ABSENT
    }

    /**
     * Looks at a file without changing it.
     *
     * @throws StoreFailureException if a newer version made the tables, or something else uses their names
     */
    public static Presence inspect(Session session) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        session.query(
                "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'parley\\_%' ESCAPE '\\' AND sql IS NOT NULL",
                row -> found.put(row.getString(1), row.getString(2)));
        if (found.isEmpty()) {
            return Presence.ABSENT;
        }
        requireKnownVersion(session, found);
        if (!found.equals(OBJECTS)) {
            throw refused("has tables named parley_… in another shape than version " + VERSION + " of Parley's schema");
        }
        return Presence.PRESENT;
    }

    /** Makes the tables; to be called in a write transaction, where they are {@link Presence#ABSENT}. */
    public static void create(Session session) throws SQLException {
        for (String statement : OBJECTS.values()) {
            session.execute(statement);
        }
        session.update("INSERT INTO parley_schema (version) VALUES (?)", VERSION);
    }

    private static void requireKnownVersion(Session session, Map<String, String> found) throws SQLException {
        if (!Objects.equals(OBJECTS.get("parley_schema"), found.get("parley_schema"))) {
            throw refused("has tables named parley_… that are not Parley's");
        }
        List<Integer> versions = session.query("SELECT version FROM parley_schema", row -> row.getInt(1));
        if (versions.size() != 1 || versions.get(0) < 1) {
            throw refused("does not say which version of Parley's schema it has");
        }
        if (versions.get(0) > VERSION) {
            throw refused("has version " + versions.get(0) + " of Parley's schema, this is version " + VERSION
                    + "; use a newer Parley");
        }
    }

    private static StoreFailureException refused(String problem) {
        return new StoreFailureException(Outcome.NOT_WRITTEN, "the database " + problem + "; it was left untouched");
    }

    private static Map<String, String> objects() {
        Map<String, String> objects = new LinkedHashMap<>();
        Arrays.stream(script().split(";", -1))
                .map(Schema::withoutComments)
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> objects.put(name(statement), statement));
        return objects;
    }

    private static String withoutComments(String statement) {
        return statement.replaceAll("(?m)^--.*$", "").strip();
    }

    private static String name(String statement) {
        Matcher matcher = CREATE.matcher(statement);
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("the schema makes only tables, indexes and views named parley_…");
        }
        return matcher.group(1);
    }

    private static String script() {
        try (InputStream script = Schema.class.getResourceAsStream("v" + VERSION + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("the schema is missing from the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
