package dev.parley.benchmarks.jmh;

import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A campaign in which much or little is agreed: one more agreement, and how far the next offer may go. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TrackerBenchmark {
    private static final CampaignId CAMPAIGN = new CampaignId("c-1");

    private final EngagementRate engagement = new EngagementRate(new BigDecimal("4.2"));
    private final CpmAgreement next = agreement(-1);

    /** How many agreements the campaign has. */
    @Param({"10", "1000"})
    int agreements;

    private CampaignCpmTracker tracker = fresh();

    private static CampaignCpmTracker fresh() {
        CpmRange target = new CpmRange(new Cpm(new BigDecimal("20.00")), new Cpm(new BigDecimal("30.00")));
        return CampaignCpmTracker.fromSnapshot(new CpmTrackerSnapshot(CAMPAIGN, target, 2_000, List.of()));
    }

    private static CpmAgreement agreement(int number) {
        Cpm cpm = new Cpm(new BigDecimal("24.50").add(BigDecimal.valueOf(number, 2)));
        return CpmAgreement.negotiated(CAMPAIGN, new NegotiationId("n" + number), cpm, null, 50_000L);
    }

    @Setup
    public void agree() {
        tracker = fresh();
        for (int i = 0; i < agreements; i++) {
            tracker = tracker.recordAgreement(agreement(i));
        }
    }

    @Benchmark
    public CampaignCpmTracker recordAgreement() {
        return tracker.recordAgreement(next);
    }

    @Benchmark
    public CpmFlexibility flexibility() {
        return tracker.flexibilityFor(engagement);
    }
}
