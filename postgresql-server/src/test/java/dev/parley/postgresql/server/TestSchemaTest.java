package dev.parley.postgresql.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestSchemaTest {
    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void eachTestHasASchemaOfItsOwnOnOneServer() throws SQLException {
        try (TestSchema one = TestSchema.create();
                TestSchema other = TestSchema.create();
                Connection here = one.connect();
                Connection there = other.dataSource().getConnection()) {
            one.execute("CREATE TABLE t (a INTEGER)");
            assertEquals("0", ask(here, "SELECT count(*) FROM t"));
            assertThrows(SQLException.class, () -> ask(there, "SELECT count(*) FROM t"));
            assertNotEquals(one.name(), other.name());
            String started = "SELECT pg_postmaster_start_time()";
            assertEquals(ask(here, started), ask(there, started));
        }
    }

    @Test
    void nothingIsLeftBehind() throws SQLException {
        TestSchema gone = TestSchema.create();
        gone.execute("CREATE TABLE t (a INTEGER)");
        gone.close();
        try (TestSchema other = TestSchema.create();
                Connection connection = other.connect()) {
            assertEquals(
                    "0", ask(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = '" + gone.name() + "'"));
        }
    }
}
