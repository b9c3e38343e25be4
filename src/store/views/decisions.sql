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
