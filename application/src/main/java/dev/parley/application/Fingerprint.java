package dev.parley.application;

import dev.parley.domain.campaign.EngagementRate;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Tells what was decided in a step from any other decision: SHA-256 over every part of it, in a form in which two
 * decisions look the same only if they are. The revision it was decided on, the time it is committed and when messages
 * arrived are no part of it, since they differ when the same decision comes again.
 *
 * <p>Fingerprints are stored. Who changes the form gives it another name, below; steps recorded until then would look
 * like other decisions when they are repeated.
 */
final class Fingerprint {
    private static final String FORM = "parley step 1";

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    static String of(Step step) {
        CanonicalForm form = new CanonicalForm().text(FORM);
        form.each(step.events(), event -> form.text(event.code()));
        form.each(step.remove().stream().sorted().toList(), form::text);
        form.attributes(step.put());
        form.optional(step.cause(), form::text);
        form.optional(step.agreement(), terms -> agreement(form, terms));
        form.each(step.handled(), message -> form.text(message.id().value()).attributes(message.content()));
        form.each(step.owed(), message -> form.text(message.id().value()).attributes(message.content()));
        form.optional(step.replyDueAt(), due -> deadline(form, due));
        return form.sha256Hex();
    }

    private static void agreement(CanonicalForm form, AgreedTerms terms) {
        EngagementRate rate = terms.engagementRate();
        form.decimal(terms.cpm().amount());
        form.optional(rate == null ? null : rate.percent(), form::decimal);
        form.optional(terms.impressions(), views -> form.decimal(BigDecimal.valueOf(views)));
    }

    private static void deadline(CanonicalForm form, Instant due) {
        form.decimal(BigDecimal.valueOf(due.getEpochSecond())).decimal(BigDecimal.valueOf(due.getNano()));
    }
}
