package dev.parley.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table as Markdown. For one thread. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
        rows.add(Collections.nCopies(heads.length, "---"));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return text.toString();
    }
}
