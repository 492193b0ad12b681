package dev.parley.persistence.sqlite.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Parley's tables in every version that this build knows, as one script a version: the first makes them, each of the
 * others changes what the ones before it have made. They may stand beside an app's own in one file: all their names
 * begin with {@code parley_}, and the version is kept in {@code parley_schema}, since {@code user_version} is the app's.
 * Immutable.
 */
public final class Schema {
    /** The version of a file in which there are no tables of ours. */
    public static final int ABSENT = 0;

    private static final int RELEASED = 3;

    private final List<String> scripts;

    /** What a file of each version looks like, from none on. */
    private final List<Shape> shapes;

    /** A schema of versions 1 to as many as there are scripts. */
    public Schema(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
        this.shapes = Shape.afterEach(scripts);
    }

    /** The schema of this build. */
    public static Schema ofThisBuild() {
        return ThisBuild.SCHEMA;
    }

    private static Schema released() {
        List<String> scripts = new ArrayList<>();
        for (int version = 1; version <= RELEASED; version++) {
            scripts.add(script(version));
        }
        return new Schema(scripts);
    }

    /** The version that this build reads and writes. */
    public int latest() {
        return scripts.size();
    }

    /** The tables of the latest version. */
    public List<String> tables() {
        return shapes.get(latest()).tables();
    }

    /** What leads from a version to the latest: a script each, in order. */
    public List<String> scriptsAfter(int version) {
        return scripts.subList(version, scripts.size());
    }

    /**
     * The version of the tables in a file, {@link #ABSENT} if there are none. Changes nothing; to be called outside of a
     * transaction.
     *
     * @throws StoreFailureException if a newer version made them, or something else uses their names
     */
    public int versionIn(Session session) throws SQLException {
        // As of one moment: the tables and the version are two looks, between which another may migrate.
        session.execute("BEGIN");
        int version = versionInTransaction(session);
        session.execute("COMMIT");
        return version;
    }

    private int versionInTransaction(Session session) throws SQLException {
        Shape found = Shape.of(session);
        if (found.isEmpty()) {
            return ABSENT;
        }
        if (!found.tellsTheVersionLike(shapes.get(latest()))) {
            throw refused("has tables named parley_… that are not Parley's");
        }
        int version =
                version(session).orElseThrow(() -> refused("does not say which version of Parley's schema it has"));
        if (version > latest()) {
            throw refused("has version " + version + " of Parley's schema, this is version " + latest()
                    + "; use a newer Parley");
        }
        if (!found.equals(shapes.get(version))) {
            throw refused("has tables named parley_… in another shape than version " + version + " of Parley's schema");
        }
        return version;
    }

    /**
     * Brings a file to the latest version, whichever it has. To be called in a write transaction, so that all of it is
     * done or nothing; with foreign keys off, since a table that is replaced would otherwise take its dependants along.
     *
     * @throws StoreFailureException as {@link #versionIn}, and if rows would be left without those they belong to
     */
    public void bringUpToDate(Session session) throws SQLException {
        int version = versionInTransaction(session);
        if (version == latest()) {
            return;
        }
        long orphans = orphans(session, version);
        ChecksumFunction.defineIn(session);
        for (String script : scriptsAfter(version)) {
            session.script(script);
        }
        session.update("DELETE FROM parley_schema");
        session.update("INSERT INTO parley_schema (version) VALUES (?)", latest());
        if (orphans(session, latest()) > orphans || versionInTransaction(session) != latest()) {
            throw refused("would not be whole in version " + latest() + " of Parley's schema");
        }
    }

    /** Made once, when it is first asked for. */
    private static final class ThisBuild {
        private static final Schema SCHEMA = released();
    }

    private static OptionalInt version(Session session) throws SQLException {
        List<Integer> versions = session.query("SELECT version FROM parley_schema", row -> row.getInt(1));
        return versions.size() == 1 && versions.get(0) > ABSENT ? OptionalInt.of(versions.get(0)) : OptionalInt.empty();
    }

    /** Of our tables alone: an app's may be large, and what is in them is not for us to judge. */
    private long orphans(Session session, int version) throws SQLException {
        long orphans = 0;
        for (String table : shapes.get(version).tables()) {
            orphans += session.number("SELECT count(*) FROM pragma_foreign_key_check(?)", table);
        }
        return orphans;
    }

    private static StoreFailureException refused(String problem) {
        return new StoreFailureException(Outcome.NOT_WRITTEN, "the database " + problem + "; it was left untouched");
    }

    private static String script(int version) {
        try (InputStream script = Schema.class.getResourceAsStream("v" + version + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("version " + version + " of the schema is missing from the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
