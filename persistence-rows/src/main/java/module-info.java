/**
 * What Parley's SQL stores share: the rows, what they mean and what is decided about them. It knows no SQL, and is for
 * Parley's own stores alone, which are named here and need not be there.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module")
module dev.parley.persistence.rows {
    requires static transitive org.jspecify;
    requires static org.mapstruct;
    requires transitive dev.parley.domain;
    requires dev.parley.documents;

    exports dev.parley.persistence.rows to
            dev.parley.persistence.sqlite,
            dev.parley.persistence.postgresql;
    exports dev.parley.persistence.rows.stored to
            dev.parley.persistence.sqlite,
            dev.parley.persistence.postgresql;
    exports dev.parley.persistence.rows.commit to
            dev.parley.persistence.sqlite,
            dev.parley.persistence.postgresql;
    exports dev.parley.persistence.rows.quarantine to
            dev.parley.persistence.sqlite,
            dev.parley.persistence.postgresql;
}
