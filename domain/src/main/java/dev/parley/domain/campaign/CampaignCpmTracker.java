package dev.parley.domain.campaign;

import dev.parley.domain.campaign.CpmAgreement.Origin;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the CPMs a campaign has agreed so far, and so how far above target the next offer may go. One tracker is
 * shared by all negotiations of a campaign. Immutable; thread-safe.
 *
 * <p>All results carry 28 significant digits, rounded half to even after every operation.
 */
public final class CampaignCpmTracker {
    private static final BigDecimal MILLE = new BigDecimal("1000");

    private final CpmTrackerSnapshot snapshot;
    private final Map<Origin, CpmAgreement> agreements;

    private CampaignCpmTracker(CpmTrackerSnapshot snapshot, Map<Origin, CpmAgreement> agreements) {
        this.snapshot = snapshot;
        this.agreements = Collections.unmodifiableMap(agreements);
    }

    /**
     * Rebuilds a tracker from what was stored.
     *
     * @throws AgreementConflictException if two agreements of one origin differ
     */
    public static CampaignCpmTracker fromSnapshot(CpmTrackerSnapshot snapshot) {
        Map<Origin, CpmAgreement> agreements = new LinkedHashMap<>();
        for (CpmAgreement agreement : snapshot.agreements()) {
            book(agreements, agreement);
        }
        return of(snapshot, agreements);
    }

    private static CampaignCpmTracker of(CpmTrackerSnapshot base, Map<Origin, CpmAgreement> booked) {
        return new CampaignCpmTracker(
                new CpmTrackerSnapshot(
                        base.campaignId(), base.target(), base.totalInfluencers(), List.copyOf(booked.values())),
                booked);
    }

    /**
     * The tracker that knows one more agreement. Booking an equal one again changes nothing.
     *
     * @throws AgreementConflictException if another agreement of the same origin is booked
     * @throws dev.parley.domain.value.InvalidValueException if the agreement belongs to another campaign
     */
    public CampaignCpmTracker recordAgreement(CpmAgreement agreement) {
        CpmTrackerSnapshot.requireOwn(snapshot.campaignId(), agreement);
        Map<Origin, CpmAgreement> booked = new LinkedHashMap<>(agreements);
        book(booked, agreement);
        return of(snapshot, booked);
    }

    private static void book(Map<Origin, CpmAgreement> agreements, CpmAgreement agreement) {
        CpmAgreement booked = agreements.putIfAbsent(agreement.origin(), agreement);
        if (booked != null && !booked.sameAs(agreement)) {
            throw new AgreementConflictException(booked, agreement);
        }
    }

    /** The mean of the CPMs agreed so far, each counted once; empty if there are none. */
    public Optional<BigDecimal> runningAverageCpm() {
        if (agreements.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = agreements.values().stream()
                .map(agreement -> agreement.cpm().amount())
                .reduce(BigDecimal.ZERO, CpmArithmetic::add);
        return Optional.of(CpmArithmetic.divide(sum, BigDecimal.valueOf(agreements.size())));
    }

    /**
     * What a thousand views cost in fact: total cost / total impressions × 1000, over the agreements that name their
     * impressions; empty if none does. Other than the {@linkplain #runningAverageCpm mean}, a large buy weighs more.
     */
    public Optional<BigDecimal> effectiveCpm() {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal impressions = BigDecimal.ZERO;
        for (CpmAgreement agreement : agreements.values()) {
            if (agreement.impressions() != null) {
                BigDecimal views = BigDecimal.valueOf(agreement.impressions());
                BigDecimal thousands = CpmArithmetic.divide(views, MILLE);
                cost = CpmArithmetic.add(
                        cost, CpmArithmetic.multiply(agreement.cpm().amount(), thousands));
                impressions = CpmArithmetic.add(impressions, views);
            }
        }
        return impressions.signum() == 0
                ? Optional.empty()
                : Optional.of(CpmArithmetic.multiply(CpmArithmetic.divide(cost, impressions), MILLE));
    }

    /**
     * How far above target the next offer may go.
     *
     * @param engagementRate the influencer's engagement, or null where it is not known
     */
    public CpmFlexibility flexibilityFor(@Nullable EngagementRate engagementRate) {
        return CpmFlexibility.of(snapshot.target().max().amount(), budgetPremium(), engagementRate);
    }

    /**
     * (target - mean) × agreements / influencers still open: what was saved, spread over those who remain. Zero if
     * nothing was saved or nobody remains.
     */
    private BigDecimal budgetPremium() {
        int agreed = agreements.size();
        int remaining = snapshot.totalInfluencers() - agreed;
        BigDecimal target = snapshot.target().max().amount();
        BigDecimal saved = CpmArithmetic.subtract(target, runningAverageCpm().orElse(target));
        if (remaining <= 0 || saved.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal total = CpmArithmetic.multiply(saved, BigDecimal.valueOf(agreed));
        return CpmArithmetic.divide(total, BigDecimal.valueOf(remaining));
    }

    /** The agreements in the order they were booked. */
    public List<CpmAgreement> agreements() {
        return List.copyOf(agreements.values());
    }

    /** All there is to know about this tracker, for a store. */
    public CpmTrackerSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CampaignCpmTracker tracker && snapshot.equals(tracker.snapshot);
    }

    @Override
    public int hashCode() {
        return snapshot.hashCode();
    }

    @Override
    public String toString() {
        return "CampaignCpmTracker[" + snapshot.campaignId() + ", " + agreements.size() + " agreements]";
    }
}
