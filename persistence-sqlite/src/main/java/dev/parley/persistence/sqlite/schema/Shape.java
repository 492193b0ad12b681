package dev.parley.persistence.sqlite.schema;

import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What SQLite says of the tables, indexes and views in a file that have our names: the text of each, letter by letter.
 *
 * @param objects the text by the name
 */
record Shape(Map<String, String> objects) {
    private static final String VERSION_TABLE = "parley_schema";

    Shape {
        objects = Map.copyOf(objects);
    }

    static Shape of(Session session) throws SQLException {
        Map<String, String> objects = new HashMap<>();
        session.query(
                "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'parley\\_%' ESCAPE '\\' AND sql IS NOT NULL",
                row -> objects.put(row.getString(1), row.getString(2)));
        return new Shape(objects);
    }

    /** The shapes of an empty database before the first of some scripts, and after each of them. */
    static List<Shape> afterEach(List<String> scripts) {
        List<Shape> shapes = new ArrayList<>();
        try (Session empty = Session.inMemory()) {
            shapes.add(of(empty));
            ChecksumFunction.defineIn(empty);
            for (String script : scripts) {
                empty.script(script);
                shapes.add(of(empty));
            }
            return List.copyOf(shapes);
        } catch (SQLException broken) {
            throw new IllegalStateException("version " + shapes.size() + " of the schema cannot be made", broken);
        }
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** The names of the tables. */
    List<String> tables() {
        return objects.entrySet().stream()
                .filter(object -> object.getValue().startsWith("CREATE TABLE "))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether the version stands where it stands in another shape; that table is the same in all versions. */
    boolean tellsTheVersionLike(Shape other) {
        return objects.containsKey(VERSION_TABLE)
                && objects.get(VERSION_TABLE).equals(other.objects.get(VERSION_TABLE));
    }
}
