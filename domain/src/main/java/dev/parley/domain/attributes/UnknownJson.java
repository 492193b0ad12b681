package dev.parley.domain.attributes;

/** The JSON text of a value whose type is not known: how deep it is can still be told. */
final class UnknownJson {
    private UnknownJson() {}

    /**
     * How many lists and maps stand inside each other, of well-formed JSON. The outermost object is the frame of the
     * value, as it is for a decimal, and does not count.
     */
    static int depth(String json) {
        int depth = -1;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            }
        }
        return deepest;
    }
}
