package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with 48 MB of heap recovers whatever is in flight, however many there are and however large. */
class LittleHeapTest {
    private static final Fault FAULT = Fault.named("little heap");
    private static final int KEEPS_FREE = 2_000;

    @TempDir
    Path directory;

    @Test
    void recoversManyNegotiations() throws Exception {
        int count = Fault.rounds(100_000, 1_000_000);
        assertEquals("recovered " + count, recovered(count, 1_000, Fixtures.context()));
        FAULT.ran("-Xmx48m recovers " + count + " negotiations");
    }

    @Test
    void recoversLargeNegotiations() throws Exception {
        Attributes mebibyte = Attributes.empty().with("text", "x".repeat((1 << 20) - KEEPS_FREE));
        assertEquals("recovered 100", recovered(100, 10, mebibyte));
        FAULT.ran("-Xmx48m recovers 100 negotiations of 1 MiB each");
    }

    private String recovered(int count, int atOnce, Attributes context) throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store =
                SqliteNegotiationStore.open(file, Options.defaults().durability(Durability.OFF))) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (int from = 0; from < count; from += atOnce) {
                store.commit(Commit.of(
                        List.of(),
                        IntStream.range(from, from + atOnce)
                                .mapToObj(i -> opened("n" + i, context))
                                .toList()));
            }
        }
        try (ChildJvm child =
                ChildJvm.start(directory.resolve("child"), List.of("-Xmx48m"), RecoveringMain.class, file)) {
            Optional<String> said = child.line();
            return said.orElseGet(() -> "died" + child.lastWords());
        }
    }

    private static NegotiationChange opened(String id, Attributes context) {
        return NegotiationChange.opened(
                Negotiation.open(new NegotiationId(id), Fixtures.CAMPAIGN, null, context, Fixtures.OPENED_AT)
                        .snapshot());
    }
}
