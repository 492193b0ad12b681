package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings into a store what it lacks, in one commit. What it lacks is found out before; a commit that is refused because
 * another writer was faster is decided anew.
 */
record Takeover(LegacyDatabase legacy, NegotiationStore store) {
    private static final int MAX_ATTEMPTS = 5;

    Report run() {
        for (int attempt = 1; true; attempt++) {
            try {
                return attempt();
            } catch (CommitRefusedException | AgreementConflictException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    private Report attempt() {
        MissingCampaigns campaigns = MissingCampaigns.of(legacy.campaigns(), store);
        MissingNegotiations negotiations = MissingNegotiations.of(legacy.negotiations(), campaigns, store);
        if (!campaigns.missing().isEmpty() || !negotiations.missing().isEmpty()) {
            store.commit(Commit.of(campaigns.missing(), negotiations.missing()));
        }
        return new Report(
                campaigns.missing().size(),
                negotiations.missing().size(),
                negotiations.alreadyThere(),
                findings(campaigns, negotiations));
    }

    private List<Finding> findings(MissingCampaigns campaigns, MissingNegotiations negotiations) {
        List<Finding> findings = new ArrayList<>();
        for (Finding found : legacy.findings()) {
            boolean imported = found.imported() && !negotiations.refuses(found.row());
            findings.add(new Finding(found.row(), found.reason(), imported));
        }
        findings.addAll(campaigns.findings());
        findings.addAll(negotiations.findings());
        return findings;
    }
}
