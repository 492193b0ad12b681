package dev.parley.persistence.sqlite.legacy;

/** The columns a negotiation is made of; what else the table has is not read. */
enum LegacyColumn {
    THREAD_ID("thread_id"),
    STATE("state"),
    ROUND_COUNT("round_count"),
    CONTEXT("context_json"),
    CAMPAIGN("campaign_json"),
    TRACKER("cpm_tracker_json"),
    HISTORY("history_json"),
    CREATED_AT("created_at"),
    UPDATED_AT("updated_at");

    private final String code;

    LegacyColumn(String code) {
        this.code = code;
    }

    /** The column's name in the table. */
    String code() {
        return code;
    }
}
