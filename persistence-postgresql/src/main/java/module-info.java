/** Parley's store on PostgreSQL: on a data source of the app's, and what was acknowledged is on the server's disk. */
@org.jspecify.annotations.NullMarked
module dev.parley.persistence.postgresql {
    requires static transitive org.jspecify;
    requires transitive dev.parley.domain;
    requires dev.parley.documents;
    requires dev.parley.persistence.rows;
    requires transitive java.sql;

    exports dev.parley.persistence.postgresql;
}
