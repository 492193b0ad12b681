package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.Conformance;
import dev.parley.domain.Examples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CpmTrackerConformanceTest {
    private static final JsonNode CASES = Conformance.read("cpm-tracker.json").required("cases");

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutToTheLastDigit() {
        return cases(CpmTrackerConformanceTest::assertAgrees);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutTheSameFromItsSnapshot() {
        return cases((expected, tracker) -> {
            CampaignCpmTracker restored = CampaignCpmTracker.fromSnapshot(tracker.snapshot());

            assertEquals(tracker, restored);
            assertEquals(tracker.agreements(), restored.agreements());
            assertAgrees(expected, restored);
        });
    }

    private interface Check {
        void of(JsonNode expected, CampaignCpmTracker tracker);
    }

    private static Stream<DynamicTest> cases(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode expected : CASES.values()) {
            tests.add(dynamicTest("case " + tests.size(), () -> check.of(expected, tracker(expected))));
        }
        assertEquals(240, tests.size());
        return tests.stream();
    }

    private static CampaignCpmTracker tracker(JsonNode given) {
        CpmRange target = Examples.range(
                given.required("target_min_cpm").asString(),
                given.required("target_max_cpm").asString());
        CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(new CpmTrackerSnapshot(
                Examples.CAMPAIGN, target, given.required("total_influencers").asInt(), List.of()));
        int position = 0;
        for (JsonNode agreement : given.required("agreements").values()) {
            tracker = tracker.recordAgreement(new CpmAgreement(
                    Examples.CAMPAIGN,
                    new CpmAgreement.Origin.Imported(position++),
                    new Cpm(Objects.requireNonNull(Conformance.decimal(agreement, "cpm"))),
                    rate(agreement),
                    null));
        }
        assertEquals(given.required("agreements").size(), tracker.agreements().size());
        return tracker;
    }

    private static void assertAgrees(JsonNode expected, CampaignCpmTracker tracker) {
        assertNumber(
                expected, "running_average_cpm", tracker.runningAverageCpm().orElse(null));
        assertEquals(7, expected.required("flexibility").size());
        for (JsonNode row : expected.required("flexibility").values()) {
            CpmFlexibility flexibility = tracker.flexibilityFor(rate(row));

            assertEquals(rate(row), flexibility.engagementRate());
            assertNumber(row, "target_cpm", flexibility.targetCpm());
            assertNumber(row, "max_allowed_cpm", flexibility.maxAllowedCpm());
            assertNumber(row, "budget_premium", flexibility.budgetPremium());
            assertNumber(row, "engagement_premium", flexibility.engagementPremium());
            assertNumber(row, "hard_cap", flexibility.hardCap());
            assertEquals(row.required("capped").asBoolean(), flexibility.capped(), "capped");
        }
    }

    private static void assertNumber(JsonNode expected, String key, @Nullable BigDecimal actual) {
        BigDecimal number = Conformance.decimal(expected, key);
        if (number == null || actual == null) {
            assertEquals(number, actual, key);
        } else {
            assertEquals(0, number.compareTo(actual), () -> key + " is " + actual + ", not " + number);
        }
    }

    private static @Nullable EngagementRate rate(JsonNode node) {
        BigDecimal percent = Conformance.decimal(node, "engagement_rate");
        return percent == null ? null : new EngagementRate(percent);
    }
}
