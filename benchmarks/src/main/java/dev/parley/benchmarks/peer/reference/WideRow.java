package dev.parley.benchmarks.peer.reference;

import dev.parley.benchmarks.work.Contexts;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One negotiation as the reference holds and saves it. Cheaper than the reference's own: the campaign and the tracker
 * stay text, and the history's text is only added to.
 */
public final class WideRow {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String id;
    private final String campaign;
    private final String tracker;
    private final String createdAt;
    private final ObjectNode context;
    private final StringBuilder history;
    private NegotiationState state;
    private int rounds;
    private String updatedAt;

    private WideRow(
            String id,
            NegotiationState state,
            int rounds,
            String context,
            String campaign,
            String tracker,
            String history,
            String createdAt,
            String updatedAt) {
        this.id = id;
        this.state = state;
        this.rounds = rounds;
        this.context = (ObjectNode) JSON.readTree(context);
        this.campaign = campaign;
        this.tracker = tracker;
        this.history = new StringBuilder(history);
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
    }

    /** A new one. */
    public static WideRow open(String id, String context, SampleCampaign campaign) {
        String now = now();
        return new WideRow(
                id,
                NegotiationState.INITIAL_OFFER,
                0,
                Contexts.plain(context),
                campaign.json(),
                campaign.trackerJson(),
                "[]",
                now,
                now);
    }

    /** The one that a result of {@link WideTable#FIND} stands on. */
    public static WideRow read(ResultSet row) throws SQLException {
        return new WideRow(
                row.getString(1),
                NegotiationState.fromCode(row.getString(2)),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    /** Its thread's id, which it is known by. */
    public String id() {
        return id;
    }

    /** Takes a step in memory. */
    public void step(NegotiationEvent event, String note) {
        NegotiationState next = Moves.target(state, event);
        history.setLength(history.length() - 1);
        history.append(history.length() == 1 ? "[\"" : ", [\"")
                .append(state.code())
                .append("\", \"");
        history.append(event.code()).append("\", \"").append(next.code()).append("\"]]");
        state = next;
        rounds += event == NegotiationEvent.SEND_COUNTER ? 1 : 0;
        context.put("note", note);
        updatedAt = now();
    }

    /** Fills in {@link WideTable#SAVE} or {@link WideTable#INSERT}. */
    public void bindAll(PreparedStatement save) throws SQLException {
        save.setString(1, id);
        save.setString(2, state.code());
        save.setInt(3, rounds);
        save.setString(4, JSON.writeValueAsString(context));
        save.setString(5, campaign);
        save.setString(6, tracker);
        save.setString(7, history.toString());
        save.setString(8, createdAt);
        save.setString(9, updatedAt);
    }

    /** Fills in {@link WideTable#UPDATE}. */
    public void bindChange(PreparedStatement update) throws SQLException {
        update.setString(1, state.code());
        update.setInt(2, rounds);
        update.setString(3, JSON.writeValueAsString(context));
        update.setString(4, campaign);
        update.setString(5, tracker);
        update.setString(6, history.toString());
        update.setString(7, updatedAt);
        update.setString(8, id);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
