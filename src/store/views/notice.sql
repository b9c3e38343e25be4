-- Views of what lies between notice and door.

-- notices: one row a unit and sending; day is the day it reached the unit, how is letter, email,
-- message, by_hand or published.
CREATE VIEW notices AS
SELECT
  f.meeting,
  u.value AS unit,
  f.body ->> '$.day' AS day,
  f.body ->> '$.how' AS how,
  coalesce(f.body ->> '$.note', '') AS note
FROM facts f, json_each(f.body, '$.units') u
WHERE f.kind = 'notice_sent'
ORDER BY f.seq, u.value;

-- replies: of each unit the reply that stands. coming is yes, no or unsure; holder is the member
-- that is to vote for it, why the reason of its excuse. Nothing here says that anybody was there.
CREATE VIEW replies AS
WITH last AS (
  -- The row with the greatest seq gives the other columns.
  SELECT meeting, body ->> '$.unit' AS unit, max(seq), kind, body FROM facts
  WHERE kind IN ('reply_received', 'reply_taken_back')
  GROUP BY meeting, body ->> '$.unit'
)
SELECT
  meeting,
  unit,
  body ->> '$.coming' AS coming,
  body ->> '$.how' AS how,
  coalesce(body ->> '$.who', '') AS who,
  coalesce(body ->> '$.letter', '') AS letter,
  body ->> '$.proxy.holder' AS holder,
  coalesce(body ->> '$.why', '') AS why,
  coalesce(body ->> '$.opinion', '') AS opinion,
  body ->> '$.day' AS day
FROM last
WHERE kind = 'reply_received'
ORDER BY meeting, unit;

-- nominations: no is the number in the meeting; office and body are what somebody is proposed for,
-- by the id of the charter; nominators are member numbers, nominated_by an office; ended is the
-- reason why a nomination no longer holds, else NULL.
CREATE VIEW nominations AS
WITH n AS MATERIALIZED (
  SELECT seq, meeting, body, row_number() OVER (PARTITION BY meeting ORDER BY seq) AS no FROM facts
  WHERE kind = 'nominated'
)
SELECT
  n.meeting,
  n.no,
  n.body ->> '$.item' AS item,
  n.body ->> '$.seat.office' AS office,
  n.body ->> '$.seat.body' AS body,
  n.body ->> '$.name' AS name,
  n.body ->> '$.unit' AS unit,
  (SELECT group_concat(value, ' ') FROM json_each(n.body, '$.by')) AS nominators,
  n.body ->> '$.office' AS nominated_by,
  n.body ->> '$.day' AS day,
  (SELECT e.body ->> '$.why' FROM facts e
    WHERE e.kind = 'nomination_ended' AND e.meeting = n.meeting
      AND e.body ->> '$.nomination' = n.no
    ORDER BY e.seq DESC LIMIT 1) AS ended
FROM n
ORDER BY n.meeting, n.no;

-- requisitions: lists on which members ask for a meeting; signed is how many signatures were given
-- and not taken back, units who gave them (of units that left since, too: they count no more);
-- meeting is the number of the meeting it led to.
CREATE VIEW requisitions AS
WITH f AS MATERIALIZED (
  SELECT seq, meeting, kind, body, body ->> '$.requisition' AS no FROM facts
  WHERE kind IN ('requisition_opened', 'requisition_signed', 'signature_withdrawn',
    'requisition_met')
),
lists AS (
  SELECT seq, body, row_number() OVER (ORDER BY seq) AS no FROM f WHERE kind = 'requisition_opened'
),
steps (seq, no, unit, given) AS (
  SELECT f.seq, f.no, u.value, 1 FROM f, json_each(f.body, '$.units') u
  WHERE f.kind = 'requisition_signed'
  UNION ALL
  SELECT seq, no, body ->> '$.unit', 0 FROM f WHERE kind = 'signature_withdrawn'
),
standing AS (
  SELECT no, unit FROM (SELECT no, unit, max(seq), given FROM steps GROUP BY no, unit) WHERE given
)
SELECT
  l.no,
  l.body ->> '$.body' AS body,
  l.body ->> '$.by' AS way,
  l.body ->> '$.matters' AS matters,
  l.body ->> '$.day' AS day,
  (SELECT count(*) FROM standing s WHERE s.no = l.no) AS signed,
  (SELECT group_concat(unit, ' ') FROM (SELECT unit FROM standing s WHERE s.no = l.no ORDER BY unit))
    AS units,
  (SELECT max(meeting) FROM f WHERE f.kind = 'requisition_met' AND f.no = l.no) AS meeting
FROM lists l
ORDER BY l.no;
