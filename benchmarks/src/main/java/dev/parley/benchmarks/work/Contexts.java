package dev.parley.benchmarks.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Contexts of about 600 bytes, each the same whenever it is asked for. */
public final class Contexts {
    private static final List<String> NAMES = List.of("Jane Creator", "王小明", "Zoë Ångström", "Late Night Vlogs");
    private static final List<String> WORDS = List.of(
            "thanks",
            "rate",
            "reel",
            "usage",
            "rights",
            "thirty",
            "days",
            "story",
            "budget",
            "schedule",
            "views",
            "happy",
            "deliverables",
            "posting",
            "exclusive",
            "draft");
    private static final Pattern TAGGED = Pattern.compile("\\{\"\\$decimal\":(\"[^\"]*\")\\}");

    private Contexts() {}

    /**
     * A context as a JSON object, decimals as Parley writes them.
     *
     * @param seed which one
     */
    public static String context(long seed) {
        Random random = new Random(seed);
        return "{\"influencer_name\":\"" + NAMES.get(random.nextInt(NAMES.size()))
                + "\",\"thread_subject\":\"Re: spring"
                + " campaign " + random.nextInt(1000) + "\",\"next_cpm\":" + decimal(random, 2000, 9000)
                + ",\"last_offer\":" + decimal(random, 2000, 9000) + ",\"average_views\":"
                + (10_000 + random.nextInt(2_000_000)) + ",\"deliverable_types\":[\"instagram_reel\",\"story\"],"
                + "\"product_offered\":" + random.nextBoolean() + ",\"agency_name\":null,\"offers\":[{\"cpm\":"
                + decimal(random, 2000, 9000) + ",\"by\":\"us\"},{\"cpm\":" + decimal(random, 2000, 9000)
                + ",\"by\":\"creator\"}],\"note\":\"opened\",\"last_reply\":\"" + text(random, 220) + "\"}";
    }

    /** The same as the reference writes it: decimals as plain text, which is shorter and forgets what they are. */
    public static String plain(String context) {
        return TAGGED.matcher(context).replaceAll("$1");
    }

    private static String decimal(Random random, int from, int to) {
        BigDecimal value = BigDecimal.valueOf(from + random.nextInt(to - from), 2);
        return "{\"$decimal\":\"" + value.toPlainString() + "\"}";
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length + 16);
        while (text.length() < length) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.substring(0, length).toLowerCase(Locale.ROOT);
    }
}
