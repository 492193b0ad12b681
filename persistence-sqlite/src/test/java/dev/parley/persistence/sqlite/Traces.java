package dev.parley.persistence.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Looks for a text in the bytes of every file of a directory, as somebody who has got hold of the disk would. */
final class Traces {
    private Traces() {}

    /** How often it stands in each file, of those where it does. */
    static Map<String, Integer> of(String secret, Path directory) throws IOException {
        Map<String, Integer> traces = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                int count = count(Files.readString(file, StandardCharsets.ISO_8859_1), secret);
                if (count > 0) {
                    traces.put(file.getFileName().toString(), count);
                }
            }
        }
        return traces;
    }

    private static int count(String bytes, String secret) {
        int count = 0;
        for (int at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + 1)) {
            count++;
        }
        return count;
    }
}
