package dev.parley.documents.fuzz;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Valid documents of every sort that some reader knows, spelled in all the ways that JSON allows. */
final class Documents {
    private static final List<String> LETTERS = List.of(
            "a", "b", "Z", "0", " ", "$", ".", "/", "é", "語", "🎥", "\\n", "\\\"", "\\\\", "\\u0000", "\\u00e9");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "7", "25", "9007199254740993", "-0", "1".repeat(30), "9".repeat(100));
    private static final List<String> DECIMALS =
            List.of("25.50", "0.00", "-1E+3", "1e-7", "0.1000000000000000055", "3", "9".repeat(50) + ".9");
    private static final List<String> PLATFORMS = List.of("\"instagram\"", "\"tiktok\"", "\"youtube\"", "\"vine\"");
    private static final List<String> TIMES = List.of(
            "2026-01-15T12:00:00Z",
            "2026-01-15T12:00:00.123456Z",
            "2026-01-15T12:00:00.5-05:30",
            "2026-01-15 12:00:00",
            "2026-01-15T12:00",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z");

    private final Dice dice;
    private final boolean newer;

    /**
     * @param newer whether a newer version may have written it, with types that are not known
     */
    private Documents(Dice dice, boolean newer) {
        this.dice = dice;
        this.newer = newer;
    }

    /** Any one. */
    static String any(Dice dice) {
        Documents documents = new Documents(dice, dice.oneIn(2));
        return switch (dice.below(9)) {
            case 0, 1, 2 -> documents.map(4);
            case 3 -> documents.campaign();
            case 4, 5 -> documents.influencers("attributes");
            case 6 -> dice.oneOf(TIMES);
            case 7 -> documents.history();
            default -> documents.value(4);
        };
    }

    /** Any JSON. */
    static String json(Dice dice) {
        return new Documents(dice, true).value(4);
    }

    private String history() {
        List<String> entries = new ArrayList<>();
        for (int i = dice.below(4); i >= 0; i--) {
            List<String> parts = new ArrayList<>();
            parts.add("\"" + dice.oneOf(List.of(NegotiationEvent.values())) + "\"");
            parts.add("\"" + dice.oneOf(List.of(NegotiationState.values())) + "\"");
            parts.add(dice.oneIn(4) ? "null" : "\"" + dice.oneOf(TIMES) + "\"");
            parts.add(dice.oneIn(4) ? "null" : text());
            entries.add("[" + String.join(",", parts.subList(0, 2 + dice.below(3))) + "]");
        }
        return "[" + String.join(",", entries) + "]";
    }

    private String map(int levels) {
        StringJoiner map = new StringJoiner(comma(), "{", "}");
        for (int i = dice.few(); i > 0; i--) {
            // Its place in the key keeps the keys of a map apart; the sign behind it keeps 1 and 10 apart.
            map.add(quoted(dice.oneOf(List.of("", "$$", "k", "engagement_rate")) + i + "#" + text())
                    + colon()
                    + value(levels - 1));
        }
        return map.toString();
    }

    private String value(int levels) {
        return switch (dice.below(levels > 0 ? 10 : 6)) {
            case 0 -> quoted(text());
            case 1 -> dice.oneOf(NUMBERS);
            case 2 -> "{\"$decimal\":\"" + dice.oneOf(DECIMALS) + "\"}";
            case 3 -> dice.oneOf(List.of("true", "false", "null"));
            case 4 -> newer ? tagged() : quoted(dice.oneOf(TIMES));
            case 5 -> quoted(dice.oneOf(DECIMALS));
            case 6, 7 -> map(levels);
            case 8 -> newer ? tagged(levels) : map(levels);
            default -> list(levels);
        };
    }

    private String tagged() {
        return "{\"$" + dice.oneOf(List.of("date", "", "x y", "Decimal")) + "\":" + dice.oneOf(DECIMALS) + "}";
    }

    private String tagged(int levels) {
        return "{\"a\":" + value(levels - 1) + comma() + "\"$unit\":" + value(levels - 1) + "}";
    }

    private String list(int levels) {
        StringJoiner list = new StringJoiner(comma(), "[", "]");
        for (int i = dice.few(); i > 0; i--) {
            list.add(value(levels - 1));
        }
        return list.toString();
    }

    private String campaign() {
        return "{\"campaign_id\":\"c-1\",\"client_name\":" + quoted("A" + text()) + ",\"budget\":"
                + quoted(dice.oneOf(List.of("25692.410", "0", "1E+3"))) + ",\"target_deliverables\":"
                + quoted("d" + text()) + ",\"influencers\":" + influencers("fans")
                + ",\"cpm_range\":{\"min_cpm\":20,\"max_cpm\":\"30.70\""
                + (dice.oneIn(3) ? ",\"currency\":\"EUR\"" : "")
                + "},\"platform\":" + dice.oneOf(PLATFORMS) + ",\"timeline\":" + quoted("t" + text())
                + ",\"created_at\":" + quoted(dice.oneOf(TIMES)) + ",\"goals\":" + value(3) + "}";
    }

    private String influencers(String further) {
        StringJoiner list = new StringJoiner(comma(), "[", "]");
        for (int i = dice.few(); i > 0; i--) {
            list.add("{\"name\":" + quoted("n" + text()) + ",\"platform\":" + dice.oneOf(PLATFORMS)
                    + ",\"engagement_rate\":" + dice.oneOf(List.of("null", "\"4.20\"", "6.75", "3")) + ",\"" + further
                    + "\":" + map(2) + "}");
        }
        return list.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = dice.few(); i > 0; i--) {
            text.append(dice.oneOf(LETTERS));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private String comma() {
        return dice.oneIn(20) ? " ,\n" : ",";
    }

    private String colon() {
        return dice.oneIn(20) ? "\t: " : ":";
    }
}
