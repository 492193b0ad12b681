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
    reply_due_at TEXT,
    expires_at TEXT,
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

-- Deadlines that can run out; text of one width, so that it sorts.
CREATE INDEX parley_negotiations_expiring ON parley_negotiations (expires_at) WHERE expires_at IS NOT NULL;

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

-- The messages that steps owe: never changed.
CREATE TABLE parley_outbound_messages (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    message_id TEXT NOT NULL UNIQUE,
    owed_since TEXT NOT NULL,
    content TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE INDEX parley_outbound_messages_of ON parley_outbound_messages (negotiation);

-- How far each owed message has come, rewritten by each attempt. due_at is text of one width, so that it sorts.
CREATE TABLE parley_deliveries (
    message INTEGER PRIMARY KEY REFERENCES parley_outbound_messages (position) ON DELETE CASCADE,
    negotiation INTEGER NOT NULL,
    state TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    attempts INTEGER NOT NULL,
    since TEXT NOT NULL,
    due_at TEXT,
    provider_message_id TEXT,
    thread_id TEXT,
    problem TEXT,
    checksum INTEGER NOT NULL
) STRICT;

-- Sending costs what is owed, however much was sent.
CREATE INDEX parley_deliveries_due ON parley_deliveries (due_at, message) WHERE due_at IS NOT NULL;

-- What is not settled, by negotiation: a message waits for those before it.
CREATE INDEX parley_deliveries_open ON parley_deliveries (negotiation, message) WHERE open = 1;

-- What is not settled, in the order it was owed, to be listed and counted.
CREATE INDEX parley_deliveries_open_in_order ON parley_deliveries (message, state, due_at) WHERE open = 1;

-- The names of committed steps and what came of them, so that none is committed twice.
CREATE TABLE parley_steps (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    idempotency_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (negotiation, idempotency_key)
) STRICT;

-- Rows that could not be read, as they were found; the rows themselves stay in their places.
CREATE TABLE parley_quarantine (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (kind, position)
) STRICT;

-- The history of every negotiation, for a human with a SQL shell.
CREATE VIEW parley_history AS
SELECT n.negotiation_id, t.sequence, t.from_state, t.event, t.to_state, t.at, t.cause
FROM parley_transitions AS t
JOIN parley_negotiations AS n ON n.position = t.negotiation
ORDER BY t.negotiation, t.sequence;
