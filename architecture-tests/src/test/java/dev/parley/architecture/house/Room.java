package dev.parley.architecture.house;

/** The packages that rules name, below the root of a house. A rule can name no other, and none of them may be empty. */
public enum Room {
    DOMAIN("domain"),
    VALUE("domain.value"),
    IDENTITY("domain.identity"),
    ATTRIBUTES("domain.attributes"),
    NEGOTIATION("domain.negotiation"),
    CAMPAIGN("domain.campaign"),
    MESSAGE("domain.message"),
    PORT("domain.port"),
    APPLICATION("application"),
    DOCUMENTS("documents"),
    PERSISTENCE("persistence"),
    ROWS("persistence.rows"),
    MAPPING("persistence.rows.mapping"),
    SQLITE("persistence.sqlite"),
    POSTGRES("persistence.postgresql"),
    LEGACY("persistence.sqlite.legacy"),
    TESTKIT("testkit"),
    CONTRACT("testkit.contract"),
    CLI("cli"),
    OPENED("cli.store");

    private final String path;

    Room(String path) {
        this.path = path;
    }

    /** The package below the root. */
    public String path() {
        return path;
    }
}
