package dev.parley.postgresql.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;

/**
 * A small process of its own that ends a server, and removes its data, once the process is gone that the server was
 * started for, however that one died.
 */
final class Watchdog {
    private Watchdog() {}

    /** Starts one, which lives on when this JVM ends. */
    static void set(ProcessHandle owner, ServerHome home) throws IOException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        classPath(),
                        Watchdog.class.getName(),
                        Long.toString(owner.pid()),
                        home.path().toString())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /**
     * Watches.
     *
     * @param arguments the id of the process to watch, and the server's home
     */
    public static void main(String[] arguments) throws Exception {
        ServerHome home = new ServerHome(Path.of(arguments[1]));
        ProcessHandle.of(Long.parseLong(arguments[0])).ifPresent(Life::awaitEnd);
        home.locked(() -> {
            home.stop();
            home.delete();
            return home;
        });
    }

    /** Where this class lies; it needs no other than its neighbours. */
    private static String classPath() {
        String file = "/" + Watchdog.class.getName().replace('.', '/') + ".class";
        String location = String.valueOf(Watchdog.class.getResource(file));
        String root = location.substring(0, location.length() - file.length());
        boolean inJar = root.startsWith("jar:");
        return Path.of(URI.create(inJar ? root.substring("jar:".length(), root.length() - "!".length()) : root))
                .toString();
    }
}
