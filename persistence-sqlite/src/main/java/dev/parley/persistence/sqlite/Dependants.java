package dev.parley.persistence.sqlite;

/** Rows that are read with another and mean nothing without it. */
enum Dependants {
    HISTORY_BLOCKS("parley_history_blocks", "negotiation", "position"),
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
    String table() {
        return table;
    }

    /** What ties them to the other row. */
    String column() {
        return column;
    }

    /** The other row's column that it equals. */
    String ofMain() {
        return ofMain;
    }
}
