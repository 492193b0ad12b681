package dev.parley.postgresql.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one server that the tests of a build share. The first test that needs it starts it, in whichever JVM; it ends with
 * the build, and from an IDE with the JVM of the tests.
 */
final class SharedServer {
    private static final String NAMED = "PARLEY_POSTGRES_URL";

    /** Nothing on it outlives the build, so nothing need outlive the machine; tests of durability have their own. */
    private static final Map<String, String> QUICK =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "on");

    private SharedServer() {}

    /** The JDBC URL of the server, with the user in it; started if need be. */
    static String url() {
        String named = System.getenv(NAMED);
        return named == null || named.isBlank() ? OfThisBuild.URL : named;
    }

    /** Looked for once in each JVM. */
    private static final class OfThisBuild {
        private static final String URL = found();

        private static String found() {
            ProcessHandle build = BuildProcess.find();
            ServerHome home = new ServerHome(BuildProcess.target().resolve(BuildProcess.name(build)));
            try {
                return home.locked(() -> {
                    Path told = home.path().resolve("url");
                    if (home.postmaster().isEmpty()) {
                        Files.writeString(told, started(home, build));
                    }
                    return Files.readString(told);
                });
            } catch (Exception failure) {
                throw new IllegalStateException("no PostgreSQL could be started; name one by " + NAMED, failure);
            }
        }

        private static String started(ServerHome home, ProcessHandle build) throws IOException {
            return EmbeddedServer.url(EmbeddedServer.start(home, build, 0, QUICK));
        }
    }
}
