package dev.parley.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.opentest4j.AssertionFailedError;

class BrokenPromiseTest {
    interface Part extends StoreFactory {
        @Test
        default void whatIsStoredIsFound() {
            assertEquals("stored", "lost", "and by its name");
        }

        @RepeatedTest(2)
        default void whatIsStoredStays() throws Exception {
            throw new IOException("no disk");
        }

        @TestFactory
        default Stream<DynamicTest> everyTextIsKept() {
            return Stream.of(dynamicTest("NUL", () -> fail("it was cut")));
        }

        @TestFactory
        default Stream<DynamicTest> everyNumberIsKept() {
            throw new IllegalStateException("none was written");
        }

        @Test
        default void nobodyIsBlamedForWhatWasNotTried() {
            assumeTrue(false);
        }
    }

    static class Subject implements Part {
        @Override
        public NegotiationStore openStore() {
            return new InMemoryNegotiationStore();
        }

        @Test
        void itsOwnTestSpeaksForItself() {
            fail("as it was said");
        }
    }

    @Test
    void aFailureBeginsWithTheNameOfTheTestAndKeepsWhatWasCompared() {
        AssertionFailedError failure = failure("whatIsStoredIsFound");
        assertEquals(
                "what is stored is found [Part]: and by its name ==> expected: <stored> but was: <lost>",
                failure.getMessage());
        assertEquals("stored", failure.getExpected().getValue());
        assertEquals("lost", failure.getActual().getValue());
        assertTrue(
                Stream.of(failure.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("whatIsStoredIsFound")),
                "it is still told where it happened");
    }

    @Test
    void aStoreThatBreaksDownBreaksThePromiseToo() {
        AssertionFailedError failure = failure("whatIsStoredStays");
        assertEquals("what is stored stays [Part]: the store threw java.io.IOException: no disk", failure.getMessage());
        assertInstanceOf(IOException.class, failure.getCause());
        assertEquals(
                "every number is kept [Part]: the store threw java.lang.IllegalStateException: none was written",
                failure("everyNumberIsKept").getMessage());
    }

    @Test
    void aDynamicTestIsNamed() {
        assertEquals(
                "every text is kept, of NUL [Part]: it was cut",
                failure("everyTextIsKept").getMessage());
    }

    @Test
    void whatIsNoPromiseOfAContractIsLeftAsItIs() {
        assertEquals("as it was said", failure("itsOwnTestSpeaksForItself").getMessage());
        TestExecutionSummary skipped = run("nobodyIsBlamedForWhatWasNotTried");
        assertEquals(1, skipped.getTestsAbortedCount(), "a test that gives up is not a failure");
    }

    private static AssertionFailedError failure(String test) {
        return assertInstanceOf(
                AssertionFailedError.class, run(test).getFailures().get(0).getException());
    }

    private static TestExecutionSummary run(String test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(Subject.class, test))
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
