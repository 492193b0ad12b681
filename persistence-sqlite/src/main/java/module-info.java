/** Parley's store on SQLite: one file, and what was acknowledged is on disk. */
@org.jspecify.annotations.NullMarked
module dev.parley.persistence.sqlite {
    requires static transitive org.jspecify;
    requires transitive dev.parley.domain;
    requires dev.parley.documents;
    requires dev.parley.persistence.rows;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.parley.persistence.sqlite;
    exports dev.parley.persistence.sqlite.legacy;
}
