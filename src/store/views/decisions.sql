-- follow_ups: what has become of a decision, one row for each that somebody was charged with or that
-- was reported on. owner_is is office, body, unit or other, owner its id, number or name; status is
-- open, under_way, done or dropped, note and document (number of the kept paper) are those of the last
-- report, since is the time of the last step. Rows of void decisions stay: they are on record.
CREATE VIEW follow_ups AS
WITH f AS MATERIALIZED (
  SELECT seq, happened, kind, body ->> '$.decision' AS decision, body FROM facts
  WHERE kind IN ('decision_assigned', 'progress_reported')
),
-- In each of these the row with the greatest seq gives the other columns.
assigned AS (
  SELECT decision, max(seq), body FROM f WHERE kind = 'decision_assigned' GROUP BY decision
),
reported AS (
  SELECT decision, max(seq), body FROM f WHERE kind = 'progress_reported' GROUP BY decision
),
last AS (SELECT decision, max(seq), happened, count(*) AS steps FROM f GROUP BY decision)
SELECT
  l.decision,
  a.body ->> '$.owner.is' AS owner_is,
  coalesce(a.body ->> '$.owner.office', a.body ->> '$.owner.body', a.body ->> '$.owner.unit',
    a.body ->> '$.owner.name') AS owner,
  a.body ->> '$.due' AS due,
  coalesce(a.body ->> '$.task', '') AS task,
  coalesce(r.body ->> '$.status', 'open') AS status,
  coalesce(r.body ->> '$.note', '') AS note,
  r.body ->> '$.document' AS document,
  l.steps,
  l.happened AS since
FROM last l
LEFT JOIN assigned a ON a.decision = l.decision
LEFT JOIN reported r ON r.decision = l.decision
ORDER BY l.decision;

-- charter_versions: every text of the charter that came into force in this book, oldest first; one that
-- was put back stands again with its number. base is the decision it rests on, empty for the opening;
-- adopted is the time of the entry, in_force 1 for the text in force now.
CREATE VIEW charter_versions AS
WITH f AS MATERIALIZED (
  SELECT seq, happened, body FROM facts WHERE kind = 'charter_adopted'
)
SELECT
  seq,
  body ->> '$.version' AS version,
  body ->> '$.sha256' AS sha256,
  body ->> '$.basis' AS basis,
  happened AS adopted,
  seq = (SELECT max(seq) FROM f) AS in_force
FROM f
ORDER BY seq;

-- opinions: what was said about each draft of the charter, in the order taken down, and what it was
-- collated to: collated is 1 for those rows, which have no unit and nobody in "from".
CREATE VIEW opinions AS
SELECT
  body ->> '$.draft' AS draft,
  seq,
  happened,
  kind = 'opinions_collated' AS collated,
  body ->> '$.unit' AS unit,
  coalesce(body ->> '$.from', '') AS "from",
  body ->> '$.text' AS text
FROM facts
WHERE kind IN ('opinion_collected', 'opinions_collated')
ORDER BY seq;
