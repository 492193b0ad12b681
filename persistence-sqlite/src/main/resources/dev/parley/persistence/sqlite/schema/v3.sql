-- Histories take less room: an entry's time is a number, [event, to_state, microseconds since 1970, cause], and a block
-- has 12 entries, so that three negotiations stand on a page. What was damaged stays it: -1 is no CRC-32C.

CREATE TEMP TABLE parley_before AS
SELECT
    position,
    checksum = parley_checksum(
        negotiation_id, campaign_id, thread_id, state, active, agreement_missing, round_count, reply_due_at,
        expires_at, revision, history_length, created_at, updated_at, latest_history)
    AND history_length / 16 = (
        SELECT count(*) FROM main.parley_history_blocks AS b
        WHERE b.negotiation = n.position AND b.checksum = parley_checksum(n.negotiation_id, b.block, b.entries))
    AS intact
FROM main.parley_negotiations AS n
WHERE json_valid(latest_history) AND NOT EXISTS (
    SELECT 1 FROM main.parley_history_blocks AS b WHERE b.negotiation = n.position AND NOT json_valid(b.entries));

CREATE INDEX temp.parley_before_position ON parley_before (position);

CREATE TEMP TABLE parley_entries AS
SELECT
    negotiation,
    sequence,
    CASE
        WHEN type <> 'array' OR (at IS NOT NULL AND micros IS NULL) THEN NULL
        WHEN cause IS NOT NULL THEN json_array(event, to_state, micros, json(cause))
        WHEN at IS NOT NULL THEN json_array(event, to_state, micros)
        ELSE json_array(event, to_state)
    END AS entry
FROM (
    SELECT
        p.negotiation,
        p.block * 16 + e.key + 1 AS sequence,
        e.type,
        e.value ->> 0 AS event,
        e.value ->> 1 AS to_state,
        e.value ->> 2 AS at,
        -- Written as 2026-01-15T12:00:00Z, with three or six more digits where there are any.
        unixepoch(substr(e.value ->> 2, 1, 19)) * 1000000
            + CAST(substr(rtrim(substr(e.value ->> 2, 21), 'Z') || '000000', 1, 6) AS INTEGER) AS micros,
        e.value -> 3 AS cause
    FROM (
        SELECT negotiation, block, entries FROM main.parley_history_blocks
        UNION ALL
        SELECT position, history_length / 16, latest_history FROM main.parley_negotiations
    ) AS p
    JOIN temp.parley_before AS n ON n.position = p.negotiation
    JOIN json_each(p.entries) AS e
);

-- Damaged so that it cannot be converted: it stays as it stands.
DELETE FROM temp.parley_before
WHERE position IN (SELECT negotiation FROM temp.parley_entries WHERE entry IS NULL);

CREATE TEMP TABLE parley_packed AS
SELECT
    negotiation,
    (sequence - 1) / 12 AS block,
    '[' || group_concat(entry, ',' ORDER BY sequence) || ']' AS entries
FROM temp.parley_entries
WHERE negotiation IN (SELECT position FROM temp.parley_before)
GROUP BY negotiation, (sequence - 1) / 12;

CREATE INDEX temp.parley_packed_of ON parley_packed (negotiation, block);

DROP VIEW parley_history;

UPDATE parley_negotiations AS n
SET latest_history = coalesce(
    (SELECT p.entries FROM temp.parley_packed AS p
    WHERE p.negotiation = n.position AND p.block = n.history_length / 12), '[]')
WHERE position IN (SELECT position FROM temp.parley_before);

UPDATE parley_negotiations AS n
SET checksum = CASE WHEN b.intact THEN parley_checksum(
    negotiation_id, campaign_id, thread_id, state, active, agreement_missing, round_count, reply_due_at, expires_at,
    revision, history_length, created_at, updated_at, latest_history) ELSE -1 END
FROM temp.parley_before AS b
WHERE b.position = n.position;

DELETE FROM parley_history_blocks WHERE negotiation IN (SELECT position FROM temp.parley_before);

INSERT INTO parley_history_blocks (negotiation, block, entries, checksum)
SELECT
    n.position, p.block, p.entries,
    CASE WHEN b.intact THEN parley_checksum(n.negotiation_id, p.block, p.entries) ELSE -1 END
FROM temp.parley_packed AS p
JOIN temp.parley_before AS b ON b.position = p.negotiation
JOIN main.parley_negotiations AS n ON n.position = p.negotiation
WHERE p.block <> n.history_length / 12
ORDER BY n.position, p.block;

DROP TABLE temp.parley_packed;
DROP TABLE temp.parley_entries;
DROP TABLE temp.parley_before;

-- The history of every negotiation, for a human with a SQL shell. The first entry leads from where all begin.
CREATE VIEW parley_history AS
SELECT
    n.negotiation_id,
    p.block * 12 + e.key + 1 AS sequence,
    lag(e.value ->> 1) OVER (PARTITION BY p.negotiation ORDER BY p.block, e.key) AS from_state,
    e.value ->> 0 AS event,
    e.value ->> 1 AS to_state,
    strftime('%Y-%m-%dT%H:%M:%S', (e.value ->> 2) / 1000000 - ((e.value ->> 2) % 1000000 < 0), 'unixepoch')
        || printf('.%06dZ', ((e.value ->> 2) % 1000000 + 1000000) % 1000000) AS at,
    e.value ->> 3 AS cause
FROM (
    SELECT negotiation, block, entries FROM parley_history_blocks
    UNION ALL
    SELECT position, history_length / 12, latest_history FROM parley_negotiations
) AS p
JOIN parley_negotiations AS n ON n.position = p.negotiation
JOIN json_each(iif(json_valid(p.entries), p.entries, '[]')) AS e
ORDER BY p.negotiation, sequence;
