package dev.parley.persistence.rows.quarantine;

/** Rows that are read with another and mean nothing without it. */
public enum Dependants {
    /** The full blocks of a history. */
    HISTORY_BLOCKS("parley_history_blocks", "negotiation", "position"),
    /** What was booked in a campaign. */
    AGREEMENTS("parley_agreements", "campaign_id", "campaign_id");

    private final String table;
    private final String column;
    private final String ofMain;

    Dependants(String table, String column, String ofMain) {
        this.table = table;
        this.column = column;
        this.ofMain = ofMain;
    }

    /** Where they stand. */
    public String table() {
        return table;
    }

    /** What ties them to the other row. */
    public String column() {
        return column;
    }

    /** The other row's column that it equals. */
    public String ofMain() {
        return ofMain;
    }
}
