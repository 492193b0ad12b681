package dev.parley.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.fault.FailingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class StoreExtensionTest {
    private static final List<NegotiationStore> STORES = new ArrayList<>();
    private static final List<Path> DIRECTORIES = new ArrayList<>();

    /** A kind that keeps files: it leaves some behind. */
    private static NegotiationStore onFiles(Path directory) throws IOException {
        DIRECTORIES.add(directory);
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/data"), "x");
        return new FailingStore(new InMemoryNegotiationStore());
    }

    static class Suite {
        @RegisterExtension
        static final StoreExtension EXTENSION = StoreExtension.inMemory()
                .or("files", StoreExtensionTest::onFiles)
                .or("broken", directory -> {
                    DIRECTORIES.add(directory);
                    throw new IOException("no room");
                });

        private final NegotiationStore constructed;
        private final SettableClock clock;

        Suite(NegotiationStore store, SettableClock clock) {
            this.constructed = store;
            this.clock = clock;
        }

        @BeforeEach
        void thereIsANegotiation(NegotiationStore store) {
            new Desk(store).open("n");
            STORES.add(store);
            clock.advance(java.time.Duration.ofSeconds(1));
        }

        @Test
        void one(NegotiationStore store, SettableClock sameClock) {
            mustBeOurs(store, sameClock);
        }

        @Test
        void another(NegotiationStore store, SettableClock sameClock) {
            mustBeOurs(store, sameClock);
        }

        private void mustBeOurs(NegotiationStore store, SettableClock sameClock) {
            assertSame(constructed, store, "constructor, set-up and test have one store");
            assertSame(clock, sameClock);
            assertEquals(Fixtures.OPENED_AT.plusSeconds(1), clock.instant(), "and a clock that nobody else has moved");
            assertTrue(store.find(Fixtures.negotiation("n").id()).isPresent());
            DIRECTORIES.forEach(directory -> assertTrue(
                    Files.exists(directory) || !directory.equals(DIRECTORIES.get(DIRECTORIES.size() - 1)),
                    "its files are there while the test runs"));
        }
    }

    static class SharingSuite {
        @RegisterExtension
        static final StoreExtension EXTENSION = StoreExtension.inMemory();

        @BeforeAll
        static void oneForAll(NegotiationStore store) {
            STORES.add(store);
        }

        @Test
        void one(NegotiationStore store) {
            assertSame(STORES.get(0), store);
        }

        @Test
        void another(NegotiationStore store) {
            assertSame(STORES.get(0), store);
        }
    }

    @BeforeEach
    void nothingWasOpened() {
        STORES.clear();
        DIRECTORIES.clear();
    }

    @Test
    void eachTestGetsAStoreInMemoryThatIsClosedAfterIt() {
        mustPass(2, run(Suite.class, Map.of()));
        assertEquals(2, STORES.stream().distinct().count(), "each test has its own");
        for (NegotiationStore store : STORES) {
            assertInstanceOf(InMemoryNegotiationStore.class, store);
            mustBeClosed(store);
        }
        assertEquals(List.of(), DIRECTORIES, "no other kind is opened");
    }

    @Test
    void theBuildNamesAnotherKindAndItsFilesAreRemoved() {
        mustPass(2, run(Suite.class, Map.of(StoreExtension.PROPERTY, "files")));
        assertEquals(2, DIRECTORIES.stream().distinct().count(), "each test has a directory of its own");
        DIRECTORIES.forEach(directory -> assertFalse(Files.exists(directory), "its directory is removed"));
        STORES.forEach(StoreExtensionTest::mustBeClosed);
    }

    @Test
    void anUnknownKindIsRefusedWithTheNamesOfThoseThatAreKnown() {
        String said = mustFail(run(Suite.class, Map.of(StoreExtension.PROPERTY, "oracle")));
        assertTrue(said.contains("no store of kind 'oracle' is known here"), said);
        assertTrue(said.contains("set parley.store to one of: memory, files, broken"), said);
    }

    @Test
    void aStoreThatCannotBeOpenedFailsTheTestAndLeavesNoFiles() {
        String said = mustFail(run(Suite.class, Map.of(StoreExtension.PROPERTY, "broken")));
        assertTrue(said.contains("the store of kind 'broken' could not be opened"), said);
        DIRECTORIES.forEach(directory -> assertFalse(Files.exists(directory), "its directory is removed"));
    }

    @Test
    void oneThatBeforeAllAsksForIsShared() {
        mustPass(2, run(SharingSuite.class, Map.of()));
        mustBeClosed(STORES.get(0));
    }

    @Test
    void eachKindIsNamedOnce() {
        StoreExtension known = StoreExtension.inMemory().or("files", StoreExtensionTest::onFiles);
        for (String kind : List.of("memory", "files", " ")) {
            assertThrows(IllegalArgumentException.class, () -> known.or(kind, StoreExtensionTest::onFiles));
        }
    }

    private static TestExecutionSummary run(Class<?> suite, Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(suite))
                                .configurationParameters(parameters)
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static void mustPass(int tests, TestExecutionSummary summary) {
        summary.getFailures().forEach(failure -> {
            throw new AssertionError(failure.getException());
        });
        assertEquals(tests, summary.getTestsSucceededCount());
    }

    private static String mustFail(TestExecutionSummary summary) {
        assertEquals(2, summary.getTestsFailedCount());
        return summary.getFailures().get(0).getException().getMessage();
    }

    private static void mustBeClosed(NegotiationStore store) {
        assertThrows(StoreClosedException.class, () -> store.backlog(Fixtures.OPENED_AT), "the store is closed");
    }
}
