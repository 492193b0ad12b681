/** Parley's use cases: what an orchestrator calls. It knows the domain and no store. */
@org.jspecify.annotations.NullMarked
module dev.parley.application {
    requires static transitive org.jspecify;
    requires transitive dev.parley.domain;

    exports dev.parley.application;
    exports dev.parley.application.delivery;
}
