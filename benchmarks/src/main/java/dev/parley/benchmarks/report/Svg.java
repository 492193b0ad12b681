package dev.parley.benchmarks.report;

import java.util.Locale;

/** A picture as SVG, readable on light and on dark paper; without scripts and without fonts of its own. */
final class Svg {
    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1f2328; }
            .title { font-weight: 600; }
            .grid { stroke: #d0d7de; stroke-width: 1; }
            .line { stroke-width: 2; }
            .c0 { fill: #0969da; stroke: #0969da; }
            .c1 { fill: #bc4c00; stroke: #bc4c00; }
            .c2 { fill: #8250df; stroke: #8250df; }
            .c3 { fill: #1a7f37; stroke: #1a7f37; }
            .c4 { fill: #bf3989; stroke: #bf3989; }
            .c5 { fill: #6e7781; stroke: #6e7781; }
            .c6 { fill: #9a6700; stroke: #9a6700; }
            .c7 { fill: #0a7d91; stroke: #0a7d91; }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3; }
              .grid { stroke: #444c56; }
              .c0 { fill: #58a6ff; stroke: #58a6ff; }
              .c1 { fill: #f0883e; stroke: #f0883e; }
              .c2 { fill: #bc8cff; stroke: #bc8cff; }
              .c3 { fill: #3fb950; stroke: #3fb950; }
              .c4 { fill: #f778ba; stroke: #f778ba; }
              .c5 { fill: #8b949e; stroke: #8b949e; }
              .c6 { fill: #d29922; stroke: #d29922; }
              .c7 { fill: #39c5cf; stroke: #39c5cf; }
            }
            </style>
            """;
    private static final int COLORS = 8;

    private final StringBuilder content = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The class of a color that can be told from the others; the first is Parley's. */
    static String color(int number) {
        return "c" + number % COLORS;
    }

    void text(double x, double y, String anchor, String kind, String words) {
        content.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                escaped(words)));
    }

    void grid(double x1, double y1, double x2, double y2) {
        content.append(String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                x1,
                y1,
                x2,
                y2));
    }

    void line(double x1, double y1, double x2, double y2, String color) {
        content.append(String.format(
                Locale.ROOT,
                "<line class=\"line %s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                color,
                x1,
                y1,
                x2,
                y2));
    }

    void dot(double x, double y, String color) {
        content.append(
                String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", color, x, y));
    }

    void bar(double x, double y, double length, double thickness, String color) {
        content.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                color,
                x,
                y,
                length,
                thickness));
    }

    String written() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n",
                        width,
                        height)
                + STYLE + content + "</svg>\n";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
