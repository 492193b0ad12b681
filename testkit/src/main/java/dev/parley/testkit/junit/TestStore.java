package dev.parley.testkit.junit;

import dev.parley.domain.port.NegotiationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The store of one test, with the directory that it may keep files in. JUnit closes it with the test. */
record TestStore(NegotiationStore store, Path directory) implements AutoCloseable {
    static TestStore open(StoreExtension.Opener opener, Path directory) throws Exception {
        try {
            return new TestStore(opener.open(directory), directory);
        } catch (Exception | Error e) {
            remove(directory);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            store.close();
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
