/**
 * Parley's test kit: a store in memory to swap in, the contract that every store must keep, and the fixtures to write
 * tests with.
 */
@org.jspecify.annotations.NullMarked
module dev.parley.testkit {
    requires transitive dev.parley.domain;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.parley.testkit;

    // JUnit calls the contract's tests and makes its extension by reflection.
    opens dev.parley.testkit to
            org.junit.platform.commons;
}
