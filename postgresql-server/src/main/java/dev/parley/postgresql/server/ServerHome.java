package dev.parley.postgresql.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A directory with a server's data, and the server that runs on it.
 *
 * @param path the directory; all in it is the server's
 */
record ServerHome(Path path) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What PostgreSQL calls the data directory. */
    Path data() {
        return path.resolve("data");
    }

    /** The postmaster, if it runs. */
    Optional<ProcessHandle> postmaster() throws IOException {
        try {
            List<String> lines = Files.readAllLines(postmasterFile());
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0)));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
    }

    /** Does something while no other process starts a server or ends one. */
    <T> T locked(Callable<T> action) throws Exception {
        try (FileChannel channel = FileChannel.open(
                        path.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock on " + path + " was lost");
            }
            return action.call();
        }
    }

    /** Stops the server and waits until it is gone. What is committed stays; whoever is connected is not. */
    void stop() throws IOException {
        end("-INT");
    }

    /** Ends the server as a crash does, and waits until it is gone: when it starts again it recovers from its log. */
    void crash() throws IOException {
        end("-QUIT");
    }

    /** Removes the directory and all in it; no server may run on it. */
    void delete() throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private void end(String signal) throws IOException {
        Optional<ProcessHandle> running = postmaster();
        if (running.isPresent()) {
            ProcessHandle postmaster = running.get();
            new ProcessBuilder("kill", signal, Long.toString(postmaster.pid())).start();
            if (!Life.awaitEnd(postmaster, () -> Files.notExists(postmasterFile()), PATIENCE)) {
                postmaster.destroyForcibly();
            }
        }
    }

    /** PostgreSQL writes it when it starts, and removes it at the very end. */
    private Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }
}
