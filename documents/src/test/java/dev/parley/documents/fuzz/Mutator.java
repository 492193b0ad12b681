package dev.parley.documents.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text in one of the ways in which files, programs and people do. */
final class Mutator {
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*+\"?|[-+.0-9eE]++|[a-zA-Z]++|[{}\\[\\]:,]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][-+.0-9eE]*+");

    private final Dice dice;

    Mutator(Dice dice) {
        this.dice = dice;
    }

    /** A text after one damage, or up to four. */
    String damaged(String text, String other) {
        String damaged = text;
        for (int i = dice.oneIn(3) ? 1 + dice.below(4) : 1; i > 0; i--) {
            damaged = once(damaged, other);
        }
        return damaged;
    }

    private String once(String text, String other) {
        return switch (dice.below(14)) {
            case 0, 1 -> flipped(text);
            case 2 -> text.substring(0, place(text));
            case 3 -> without(text);
            case 4 -> text.substring(0, place(text)) + other.substring(place(other));
            case 5 -> insert(text, token(text));
            case 6 -> swapped(text);
            case 7 -> replaced(text, NUMBER, dice.oneOf(Hostile.NUMBERS));
            case 8 -> replaced(text, TOKEN, dice.oneOf(Hostile.VALUES));
            case 9 -> replaced(text, TOKEN, token(other));
            case 10 -> insert(text, dice.oneOf(Hostile.TEXTS));
            case 11 -> insert(text, Character.toString((char) dice.below(0x10000)));
            case 12 -> deeper(text);
            default -> doubled(text);
        };
    }

    private int place(String text) {
        return dice.below(text.length() + 1);
    }

    private String insert(String text, String insertion) {
        int place = place(text);
        return text.substring(0, place) + insertion + text.substring(place);
    }

    private String flipped(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > 0) {
            bytes[dice.below(bytes.length)] ^= (byte) (1 << dice.below(8));
        }
        return new String(bytes, UTF_8);
    }

    private String without(String text) {
        int from = place(text);
        int to = Math.min(text.length(), from + dice.below(12));
        return text.substring(0, from) + text.substring(to);
    }

    private String doubled(String text) {
        int from = place(text);
        int to = Math.min(text.length(), from + dice.below(60));
        return text.substring(0, to) + text.substring(from);
    }

    private List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private String token(String text) {
        List<MatchResult> tokens = matches(TOKEN, text);
        return tokens.isEmpty() ? "null" : dice.oneOf(tokens).group();
    }

    private String replaced(String text, Pattern pattern, String replacement) {
        List<MatchResult> matches = matches(pattern, text);
        if (matches.isEmpty()) {
            return replacement;
        }
        MatchResult match = dice.oneOf(matches);
        return text.substring(0, match.start()) + replacement + text.substring(match.end());
    }

    private String swapped(String text) {
        List<MatchResult> tokens = new ArrayList<>(matches(TOKEN, text));
        if (tokens.size() < 2) {
            return text;
        }
        int first = dice.below(tokens.size() - 1);
        MatchResult a = tokens.get(first);
        MatchResult b = tokens.get(first + 1 + dice.below(tokens.size() - first - 1));
        return text.substring(0, a.start())
                + b.group()
                + text.substring(a.end(), b.start())
                + a.group()
                + text.substring(b.end());
    }

    /** A token becomes as deep as the limits, or far deeper; closed again or not. */
    private String deeper(String text) {
        int levels = dice.oneOf(List.of(1, 2, 30, 62, 63, 64, 65, 97, 98, 99, 100, 101, 2_000));
        boolean closed = !dice.oneIn(4);
        boolean lists = dice.oneIn(2);
        String open = lists ? "[" : "{\"k\":";
        String close = lists ? "]" : "}";
        return replaced(text, TOKEN, open.repeat(levels) + token(text) + (closed ? close.repeat(levels) : ""));
    }
}
