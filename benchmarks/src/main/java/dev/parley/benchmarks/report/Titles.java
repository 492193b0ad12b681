package dev.parley.benchmarks.report;

import java.util.Map;

/** What the reader calls a contender. */
record Titles(Map<String, String> byName) {
    String of(String name) {
        return byName.getOrDefault(name, name);
    }
}
