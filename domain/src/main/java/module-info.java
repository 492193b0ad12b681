/**
 * Parley's domain: what a negotiation is, which steps are legal, what a campaign's CPM allows next, and what a store
 * must promise. It requires nothing but {@code java.base}; JSpecify's annotations are read by the compiler alone.
 */
@org.jspecify.annotations.NullMarked
module dev.parley.domain {
    requires static transitive org.jspecify;

    exports dev.parley.domain.attributes;
    exports dev.parley.domain.campaign;
    exports dev.parley.domain.identity;
    exports dev.parley.domain.message;
    exports dev.parley.domain.negotiation;
    exports dev.parley.domain.port;
    exports dev.parley.domain.value;
}
