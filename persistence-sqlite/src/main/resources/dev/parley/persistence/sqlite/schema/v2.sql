-- A negotiation and the latest of its history in one row, so that a step writes one row and a start-up reads one.
-- parley_checksum is Parley's own function: CRC-32C over its arguments. What was damaged stays it: -1 is no CRC-32C.

CREATE TEMP TABLE parley_before AS
SELECT *, checksum = parley_checksum(
    negotiation_id, campaign_id, thread_id, state, active, agreement_missing, round_count, reply_due_at, expires_at,
    revision, history_length, context, created_at, updated_at) AS intact
FROM main.parley_negotiations;

CREATE INDEX temp.parley_before_position ON parley_before (position);

CREATE TEMP TABLE parley_packed AS
SELECT
    n.position AS negotiation,
    n.negotiation_id,
    n.history_length / 16 AS latest,
    (t.sequence - 1) / 16 AS block,
    '[' || group_concat(
        CASE
            WHEN t.cause IS NOT NULL THEN json_array(t.event, t.to_state, t.at, t.cause)
            WHEN t.at IS NOT NULL THEN json_array(t.event, t.to_state, t.at)
            ELSE json_array(t.event, t.to_state)
        END, ',' ORDER BY t.sequence) || ']' AS entries,
    min(t.checksum = parley_checksum(
        n.negotiation_id, t.sequence, t.from_state, t.event, t.to_state, t.at, t.cause)) AS intact
FROM main.parley_transitions AS t
JOIN temp.parley_before AS n ON n.position = t.negotiation
GROUP BY n.position, (t.sequence - 1) / 16;

CREATE INDEX temp.parley_packed_of ON parley_packed (negotiation, block);

DROP VIEW parley_history;
DROP TABLE parley_transitions;
DROP TABLE parley_negotiations;

-- One row a negotiation, rewritten by each step: what it is, and the history since the last full block.
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
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    latest_history TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    context TEXT NOT NULL,
    context_checksum INTEGER NOT NULL
) STRICT;

-- Histories in blocks of 16 entries, each written once, when it is full: [[event, to_state, at, cause], …].
CREATE TABLE parley_history_blocks (
    position INTEGER PRIMARY KEY,
    negotiation INTEGER NOT NULL REFERENCES parley_negotiations (position) ON DELETE CASCADE,
    block INTEGER NOT NULL,
    entries TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (negotiation, block)
) STRICT;

INSERT INTO parley_negotiations
SELECT
    n.position, n.negotiation_id, n.campaign_id, n.thread_id, n.state, n.active, n.agreement_missing, n.round_count,
    n.reply_due_at, n.expires_at, n.revision, n.history_length, n.created_at, n.updated_at,
    coalesce(p.entries, '[]'),
    CASE WHEN n.intact AND coalesce(p.intact, TRUE) THEN parley_checksum(
        n.negotiation_id, n.campaign_id, n.thread_id, n.state, n.active, n.agreement_missing, n.round_count,
        n.reply_due_at, n.expires_at, n.revision, n.history_length, n.created_at, n.updated_at,
        coalesce(p.entries, '[]')) ELSE -1 END,
    n.context,
    CASE WHEN n.intact THEN parley_checksum(n.negotiation_id, n.context) ELSE -1 END
FROM temp.parley_before AS n
LEFT JOIN temp.parley_packed AS p ON p.negotiation = n.position AND p.block = n.history_length / 16
ORDER BY n.position;

INSERT INTO parley_history_blocks (negotiation, block, entries, checksum)
SELECT
    negotiation, block, entries,
    CASE WHEN intact THEN parley_checksum(negotiation_id, block, entries) ELSE -1 END
FROM temp.parley_packed
WHERE block <> latest
ORDER BY negotiation, block;

DROP TABLE temp.parley_packed;
DROP TABLE temp.parley_before;

-- Start-up costs what is in flight, however many negotiations have ended. A step that ends nothing leaves it as it is.
CREATE INDEX parley_negotiations_active ON parley_negotiations (position) WHERE active = 1;

CREATE INDEX parley_negotiations_agreement_missing ON parley_negotiations (position) WHERE agreement_missing = 1;

-- Deadlines that can run out; text of one width, so that it sorts.
CREATE INDEX parley_negotiations_expiring ON parley_negotiations (expires_at) WHERE expires_at IS NOT NULL;

-- The history of every negotiation, for a human with a SQL shell. The first entry leads from where all begin.
CREATE VIEW parley_history AS
SELECT
    n.negotiation_id,
    p.block * 16 + e.key + 1 AS sequence,
    lag(e.value ->> 1) OVER (PARTITION BY p.negotiation ORDER BY p.block, e.key) AS from_state,
    e.value ->> 0 AS event,
    e.value ->> 1 AS to_state,
    e.value ->> 2 AS at,
    e.value ->> 3 AS cause
FROM (
    SELECT negotiation, block, entries FROM parley_history_blocks
    UNION ALL
    SELECT position, history_length / 16, latest_history FROM parley_negotiations
) AS p
JOIN parley_negotiations AS n ON n.position = p.negotiation
JOIN json_each(iif(json_valid(p.entries), p.entries, '[]')) AS e
ORDER BY p.negotiation, sequence;
