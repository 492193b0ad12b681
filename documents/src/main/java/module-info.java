/** The domain's values as JSON text, without loss; shared by the stores and the command line. */
@org.jspecify.annotations.NullMarked
module dev.parley.documents {
    requires static transitive org.jspecify;
    requires transitive dev.parley.domain;
    requires tools.jackson.core;

    exports dev.parley.documents;
}
