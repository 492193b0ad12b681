-- The version of Parley's tables in this file.
CREATE TABLE parley_schema (
    version INTEGER NOT NULL
) STRICT;

-- Campaigns as they were registered. Decimals and instants are text, so that none is rounded.
CREATE TABLE parley_campaigns (
    position INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL UNIQUE,
    client_name TEXT NOT NULL,
    budget TEXT NOT NULL,
    target_deliverables TEXT NOT NULL,
    influencers TEXT NOT NULL,
    min_cpm TEXT NOT NULL,
    max_cpm TEXT NOT NULL,
    platform TEXT NOT NULL,
    timeline TEXT NOT NULL,
    created_at TEXT NOT NULL,
    attributes TEXT NOT NULL,
    target_min_cpm TEXT NOT NULL,
    target_max_cpm TEXT NOT NULL,
    total_influencers INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- What was agreed, in the order it was booked: never changed, and kept when its negotiation is deleted.
CREATE TABLE parley_agreements (
    position INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES parley_campaigns (campaign_id),
    negotiation_id TEXT,
    imported_position INTEGER,
    cpm TEXT NOT NULL,
    engagement_rate TEXT,
    impressions INTEGER,
    checksum INTEGER NOT NULL,
    UNIQUE (campaign_id, negotiation_id),
    UNIQUE (campaign_id, imported_position),
    CHECK ((negotiation_id IS NULL) <> (imported_position IS NULL))
) STRICT;

-- One small row a negotiation, rewritten by each step.
CREATE TABLE parley_negotiations (
    position INTEGER PRIMARY KEY,
    negotiation_id TEXT NOT NULL UNIQUE,
    campaign_id TEXT NOT NULL REFERENCES parley_campaigns (campaign_id),
    thread_id TEXT UNIQUE,
    state TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    agreement_missing INTEGER NOT NULL CHECK (agreement_missing IN (0, 1)),
    round_count INTEGER NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    history_length INTEGER NOT NULL,
    context TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- Start-up costs what is in flight, however many negotiations have ended.
CREATE INDEX parley_negotiations_active ON parley_negotiations (position, state) WHERE active = 1;

CREATE INDEX parley_negotiations_agreement_missing ON parley_negotiations (position) WHERE agreement_missing = 1;

-- Every transition ever made, appended and never changed: the history, and the audit trail.
CREATE TABLE parley_transitions (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    from_state TEXT NOT NULL,
    event TEXT NOT NULL,
    to_state TEXT NOT NULL,
    at TEXT,
    cause TEXT,
    checksum INTEGER NOT NULL,
    UNIQUE (negotiation, sequence)
) STRICT;

-- The messages that steps have handled.
CREATE TABLE parley_inbound_messages (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    message_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    content TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (negotiation, message_id)
) STRICT;

-- The messages that steps owe.
CREATE TABLE parley_outbound_messages (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    message_id TEXT NOT NULL UNIQUE,
    owed_since TEXT NOT NULL,
    content TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE INDEX parley_outbound_messages_of ON parley_outbound_messages (negotiation);

-- The names of committed steps, so that none is committed twice.
CREATE TABLE parley_steps (
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    idempotency_key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (negotiation, idempotency_key)
) STRICT, WITHOUT ROWID;

-- The history of every negotiation, for a human with a SQL shell.
CREATE VIEW parley_history AS
SELECT n.negotiation_id, t.sequence, t.from_state, t.event, t.to_state, t.at, t.cause
FROM parley_transitions AS t
JOIN parley_negotiations AS n ON n.position = t.negotiation
ORDER BY t.negotiation, t.sequence;
