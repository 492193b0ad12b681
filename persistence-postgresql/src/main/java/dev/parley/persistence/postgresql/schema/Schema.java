package dev.parley.persistence.postgresql.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.jdbc.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Parley's tables in every version that this build knows, as one script a version: the first makes them, each of the
 * others changes what the ones before it have made. They may stand beside an app's own in one schema: all their names
 * begin with {@code parley_}. Immutable.
 */
public final class Schema {
    /** The version of a schema in which there are no tables of ours. */
    public static final int ABSENT = 0;

    private static final int RELEASED = 1;

    /** {@code pg_advisory_xact_lock} takes it: the letters of "parley" as bytes, so that an app can keep clear of it. */
    private static final long MIGRATION_LOCK = 0x7061_726c_6579L;

    private final List<String> scripts;

    /** What a schema of each version looks like, from version 1 on. */
    private final List<Shape> shapes;

    private Schema(List<String> scripts, List<Shape> shapes) {
        this.scripts = List.copyOf(scripts);
        this.shapes = List.copyOf(shapes);
    }

    /** The schema of this build. */
    public static Schema ofThisBuild() {
        List<String> scripts = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (int version = 1; version <= RELEASED; version++) {
            scripts.add(Resource.text("v" + version + ".sql"));
            shapes.add(Shape.parsed(Resource.text("v" + version + ".shape")));
        }
        return new Schema(scripts, shapes);
    }

    /** The version that this build reads and writes. */
    public int latest() {
        return scripts.size();
    }

    /** What leads from a version to the latest: a script each, in order. */
    public List<String> scriptsAfter(int version) {
        return scripts.subList(version, scripts.size());
    }

    /**
     * The version of the tables in the session's schema, {@link #ABSENT} if there are none. Changes nothing.
     *
     * @throws StoreFailureException if a newer version made them, or something else uses their names
     */
    public int versionIn(Session session) throws SQLException {
        Shape found = Shape.of(session);
        if (found.isEmpty()) {
            return ABSENT;
        }
        if (!found.tellsTheVersion()) {
            throw refused("has tables named parley_… that are not Parley's");
        }
        int version =
                version(session).orElseThrow(() -> refused("does not say which version of Parley's tables it has"));
        if (version > latest()) {
            throw refused("has version " + version + " of Parley's tables, this is version " + latest()
                    + "; use a newer Parley");
        }
        if (!found.equals(shapes.get(version - 1))) {
            throw refused("has tables named parley_… in another shape than version " + version + " of Parley's tables");
        }
        return version;
    }

    /**
     * Brings the session's schema to the latest version, whichever it has. Nobody else does so until the transaction
     * ends, and who waited finds it done.
     *
     * @throws StoreFailureException as {@link #versionIn}
     */
    public void bringUpToDate(Session session) throws SQLException {
        session.query("SELECT pg_advisory_xact_lock(?)", row -> MIGRATION_LOCK, MIGRATION_LOCK);
        int version = versionIn(session);
        if (version == latest()) {
            return;
        }
        for (String script : scriptsAfter(version)) {
            session.script(script);
        }
        session.update("DELETE FROM parley_schema");
        session.update("INSERT INTO parley_schema (version) VALUES (?)", latest());
        if (versionIn(session) != latest()) {
            throw refused("would not be whole in version " + latest() + " of Parley's tables");
        }
    }

    private static OptionalInt version(Session session) throws SQLException {
        List<Integer> versions = session.query("SELECT version FROM parley_schema", row -> row.integer(1));
        return versions.size() == 1 && versions.get(0) > ABSENT ? OptionalInt.of(versions.get(0)) : OptionalInt.empty();
    }

    private static StoreFailureException refused(String problem) {
        return new StoreFailureException(Outcome.NOT_WRITTEN, "the schema " + problem + "; it was left untouched");
    }
}
