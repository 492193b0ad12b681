package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchStoreTroubleTest {
    private static final String FIND = "{\"op\":\"find\",\"negotiation_id\":\"n-1\"}";

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("busy", new StoreBusyException(Duration.ofSeconds(5), new IOException("locked"))),
                Arguments.of(
                        "store_failure",
                        new StoreFailureException(StoreFailureException.Outcome.NOT_WRITTEN, "the disk is full")),
                Arguments.of(
                        "unreadable", new UnreadableException(new UnreadableRow("negotiation", 1, "n-1", "broken"))),
                Arguments.of("store_failure", new IllegalStateException("a secret")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void troubleOfTheStoreIsAnAnswerAndNotTheEnd(String code, RuntimeException trouble) {
        Conversation conversation = new Conversation(troubled(trouble));

        assertEquals(code, conversation.error(FIND));
        assertEquals(code, conversation.error(FIND));
        assertFalse(conversation.say(FIND).contains("secret"));
    }

    @Test
    void aClosedStoreIsSaidToBe() {
        Conversation conversation = Conversation.withNegotiation();
        conversation.store().close();

        assertEquals("closed", conversation.error(FIND));
        assertEquals("closed", conversation.error("{\"op\":\"recover\"}"));
    }

    private static NegotiationStore troubled(RuntimeException trouble) {
        NegotiationStore store = new InMemoryNegotiationStore();
        return (NegotiationStore) Proxy.newProxyInstance(
                NegotiationStore.class.getClassLoader(),
                new Class<?>[] {NegotiationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        throw trouble;
                    }
                    return method.invoke(store, arguments);
                });
    }
}
