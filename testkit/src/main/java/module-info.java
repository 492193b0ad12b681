/**
 * Parley's test kit: a store in memory to swap in, the contract that every store must keep, and the fixtures to write
 * tests with.
 */
@org.jspecify.annotations.NullMarked
module dev.parley.testkit {
    requires transitive dev.parley.domain;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    // What the tests of an app use.
    exports dev.parley.testkit;
    exports dev.parley.testkit.fault;
    exports dev.parley.testkit.junit;

    // What the test of a store implements: whole, or group by group.
    exports dev.parley.testkit.contract;
    exports dev.parley.testkit.contract.campaign;
    exports dev.parley.testkit.contract.content;
    exports dev.parley.testkit.contract.copying;
    exports dev.parley.testkit.contract.inbox;
    exports dev.parley.testkit.contract.outbox;
    exports dev.parley.testkit.contract.recovery;
    exports dev.parley.testkit.contract.reopening;
    exports dev.parley.testkit.contract.revision;
    exports dev.parley.testkit.contract.saving;

    // JUnit calls the contract's tests and makes its extensions by reflection.
    opens dev.parley.testkit.contract to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.campaign to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.content to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.copying to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.inbox to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.outbox to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.recovery to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.reopening to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.revision to
            org.junit.platform.commons;
    opens dev.parley.testkit.contract.saving to
            org.junit.platform.commons;
    opens dev.parley.testkit.junit to
            org.junit.platform.commons;
}
