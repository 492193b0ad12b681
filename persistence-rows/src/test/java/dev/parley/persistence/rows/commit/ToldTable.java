package dev.parley.persistence.rows.commit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.stored.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables that say what a test told them, refuse or take every row, and note what was written. */
final class ToldTable implements NegotiationTable<IOException>, CampaignTable<IOException> {
    Optional<Standing> standing = Optional.empty();
    Optional<NegotiationId> owner = Optional.empty();
    boolean takesRows = true;
    boolean takesSteps = true;
    boolean isRegistered = true;
    boolean isBooked;
    boolean isInTrouble;
    final List<String> written = new ArrayList<>();

    @Override
    public Optional<Standing> standing(NegotiationId id) throws IOException {
        if (isInTrouble) {
            throw new IOException("the disk is gone");
        }
        return standing;
    }

    @Override
    public long position(NegotiationId id) {
        return standing.orElseThrow().position();
    }

    @Override
    public Optional<NegotiationId> ownerOf(ThreadId thread) {
        return owner;
    }

    @Override
    public boolean insert(NegotiationRow row, long revision, boolean agreementMissing, String context) {
        return takesRows && written.add("inserted in revision " + revision + missing(agreementMissing));
    }

    @Override
    public boolean write(OrdinaryStep step) {
        return takesSteps && written.add("step");
    }

    @Override
    public boolean update(Standing before, NegotiationRow row, long revision, boolean agreementMissing) {
        return takesRows && written.add("updated to revision " + revision + missing(agreementMissing));
    }

    @Override
    public void updateContext(Standing before, NegotiationRow row, String context) {
        written.add("context");
    }

    @Override
    public void insert(NegotiationId id, HistoryBlockRow block) {
        written.add("block " + block.block());
    }

    @Override
    public void delete(NegotiationId id, Standing before) {
        written.add("deleted at " + before.position());
    }

    @Override
    public Optional<CampaignSnapshot> find(CampaignId id) {
        return Optional.empty();
    }

    @Override
    public boolean isRegistered(CampaignId id) {
        return isRegistered;
    }

    @Override
    public boolean isBooked(String campaignId, NegotiationId id) {
        return isBooked;
    }

    @Override
    public boolean insert(CampaignRow row) {
        return takesRows;
    }

    @Override
    public boolean insert(AgreementRow row) {
        return takesRows;
    }

    private static String missing(boolean agreementMissing) {
        return agreementMissing ? " without an agreement" : "";
    }
}
