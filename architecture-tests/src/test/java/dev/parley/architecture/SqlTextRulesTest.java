package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.source.JavaText;
import dev.parley.architecture.source.Sources;
import dev.parley.architecture.source.SqlText;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL is written in the adapters of databases alone, and not in what they share. Bytecode rules cannot see it: it is text. */
class SqlTextRulesTest {
    private static final EnumSet<Module> ADAPTERS = EnumSet.of(Module.SQLITE, Module.POSTGRES);

    @Test
    void noneOutsideTheAdapters() {
        assertEquals(
                List.of(),
                Sources.java(EnumSet.complementOf(ADAPTERS))
                        .flatMap(source -> source.find(SqlText::in))
                        .toList());
    }

    @Test
    void noSqlFilesOutsideTheAdapters() {
        assertEquals(
                List.of(),
                Sources.resources(EnumSet.complementOf(ADAPTERS))
                        .filter(source -> source.path().toString().endsWith(".sql"))
                        .toList());
    }

    @Test
    void eachAdaptersOwnIsSeen() {
        for (Module adapter : ADAPTERS) {
            assertFalse(Sources.java(EnumSet.of(adapter))
                    .flatMap(source -> source.find(SqlText::in))
                    .toList()
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"SELECT state FROM parley_negotiations\";",
                "a = \"select state, revision from negotiations\";",
                "a = \"select * from negotiations\";",
                "a = \"SELECT \" + columns(1, 2) + \" FROM \" + table;",
                "a = \"INSERT \"\n    + // quite\n \"INTO t VALUES (1)\";",
                "a = \"insert or ignore into t (a) values (?)\";",
                "a = \"\"\"\n    UPDATE t\n    SET state = ?\"\"\";",
                "a = \"update t set state = 'agreed'\";",
                "a = \"DELETE FROM t\";",
                "a = \"CREATE TABLE IF NOT EXISTS t (a TEXT)\";",
                "a = \"create unique index i on t (a)\";",
                "a = \"PRAGMA journal_mode = WAL\";",
                "a = \"BEGIN IMMEDIATE\";",
                "char quote = '\"'; a = \"DROP TABLE t\";",
                "a = \"\\u0053ELECT a FROM b\";"
            })
    void sqlIsSeen(String code) {
        assertFalse(SqlText.in(JavaText.of(code)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"select the best offer from\";",
                "a = \"Select one offer from the list, then update the CRM and set a date\";",
                "a = \"insert the influencer into a campaign\";",
                "a = \"begin immediately; delete from the end\";",
                "// SELECT state FROM parley_negotiations\na = \"x\";",
                "/* \"SELECT state FROM t\" */ a = \"x\";",
                "/** {@code DELETE FROM t} */ a = \"it's \\\" // no comment\";",
                "f(\"SELECT\", \"a\"); g(\" FROM b\");",
                "a = \"O'Brien'; DROP TABLE x; --\";",
                "a = \"create an index of offers\";"
            })
    void proseAndCommentsAreNot(String code) {
        assertEquals(List.of(), SqlText.in(JavaText.of(code)));
    }
}
