-- cases: what was taken up between meetings by a procedure of the charter. subject is the name it is
-- about, unit the member where it is one; claim is the damage claimed, opened_from the case it follows
-- from; ended and why are NULL unless it was ended early. How far a case has come is read from its steps.
CREATE VIEW cases AS
WITH ended AS (
  SELECT body ->> '$.case' AS no, max(seq), body FROM facts WHERE kind = 'case_ended' GROUP BY 1
)
SELECT
  o.body ->> '$.case' AS no,
  o.body ->> '$.new.procedure' AS procedure,
  o.body ->> '$.new.subject.name' AS subject,
  o.body ->> '$.new.subject.unit' AS unit,
  o.body ->> '$.new.text' AS text,
  o.body ->> '$.new.claim' AS claim,
  o.body ->> '$.new.day' AS day,
  o.body ->> '$.new.from' AS opened_from,
  e.body ->> '$.day' AS ended,
  e.body ->> '$.why' AS why
FROM facts o LEFT JOIN ended e ON e.no = o.body ->> '$.case'
WHERE o.kind = 'case_opened'
ORDER BY no;

-- case_steps: every step taken, place from 1 in each case; one taken again has a row each time. unit is
-- the member an entry of a collection came from; passed is 1 where a recommended step was passed over,
-- closes 1 where the entry closed a collection. What a meeting decided on a case is in decisions.
CREATE VIEW case_steps AS
SELECT
  body ->> '$.case' AS case_no,
  row_number() OVER (PARTITION BY body ->> '$.case' ORDER BY seq) AS place,
  body ->> '$.step' AS step,
  body ->> '$.day' AS day,
  body ->> '$.by' AS taken_by,
  body ->> '$.outcome' AS outcome,
  body ->> '$.unit' AS unit,
  body ->> '$.note' AS note,
  body ->> '$.document' AS document,
  coalesce(body ->> '$.passed', 0) AS passed,
  coalesce(body ->> '$.closes', 0) AS closes
FROM facts
WHERE kind = 'step_taken'
ORDER BY case_no, place;

-- permits: what members may do, numbered in the order of the book, authorised by a decision or given
-- leave in a case. ended and why are NULL unless it was taken back; void is 1 where the decision no
-- longer stands. It holds from first_day through the earlier of last_day and ended, open where NULL.
CREATE VIEW permits AS
WITH RECURSIVE f AS MATERIALIZED (
  SELECT seq, kind, body, body ->> '$.decision' AS decision, body ->> '$.change.change' AS change
  FROM facts
  WHERE kind IN ('enacted', 'enactment_corrected', 'permit_given', 'permit_ended')
),
given AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY seq) AS no, seq, iif(change IS NULL, NULL, decision) AS decision,
    iif(change IS NULL, body, body -> '$.change') AS what
  FROM f WHERE kind = 'permit_given' OR change = 'authorised'
),
-- What became of the decision a permit rests on, step by step: taken back, or meant for another unit.
steps AS MATERIALIZED (
  SELECT g.no, row_number() OVER (PARTITION BY g.no ORDER BY f.seq) AS place,
    f.body ->> '$.change.of.unit' AS undone, f.body ->> '$.wrong' AS wrong, f.body ->> '$.right' AS right
  FROM given g JOIN f ON f.decision = g.decision AND f.seq > g.seq
  WHERE f.kind = 'enactment_corrected' OR f.body ->> '$.change.of.change' = 'authorised'
),
followed (no, place, unit, void) AS (
  SELECT no, 0, what ->> '$.unit', 0 FROM given
  UNION ALL
  SELECT w.no, s.place, iif(s.wrong = w.unit AND NOT w.void, s.right, w.unit),
    w.void OR coalesce(s.undone = w.unit, 0)
  FROM followed w JOIN steps s ON s.no = w.no AND s.place = w.place + 1
),
final AS (SELECT no, max(place), unit, void FROM followed GROUP BY no),
ended AS (
  SELECT body ->> '$.permit' AS no, max(seq), body FROM f WHERE kind = 'permit_ended' GROUP BY 1
)
SELECT
  g.no,
  l.unit,
  g.what ->> '$.scope' AS scope,
  g.what ->> '$.from' AS first_day,
  g.what ->> '$.to' AS last_day,
  g.what ->> '$.case' AS case_no,
  g.decision,
  e.body ->> '$.day' AS ended,
  e.body ->> '$.why' AS why,
  l.void
FROM given g
JOIN final l ON l.no = g.no
LEFT JOIN ended e ON e.no = g.no
ORDER BY g.no;

-- reviews: how each member was reviewed for each year, in the order entered; the last row of a year and
-- a unit is the one in force. until is the day by which something is put right.
CREATE VIEW reviews AS
SELECT
  body ->> '$.year' AS year,
  body ->> '$.unit' AS unit,
  body ->> '$.outcome' AS outcome,
  body ->> '$.until' AS until,
  body ->> '$.note' AS note,
  body ->> '$.day' AS day,
  body ->> '$.document' AS document
FROM facts
WHERE kind = 'member_reviewed'
ORDER BY seq;

-- norms: numbered texts of the association as they are in force. version is 0 where the decision that
-- issued the text no longer stands; its number is never used again.
CREATE VIEW norms AS
WITH f AS MATERIALIZED (
  SELECT seq, body -> '$.change' AS made, NULL AS undone FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.change' = 'issued'
  UNION ALL
  SELECT seq, NULL, body -> '$.change.of' FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.of.change' = 'issued'
),
-- In each of these the row with the greatest seq gives the other columns.
last AS (
  SELECT coalesce(made, undone) ->> '$.number' AS number, max(seq), made, undone FROM f GROUP BY 1
),
titles AS (
  SELECT coalesce(made, undone) ->> '$.number' AS number, max(seq),
    coalesce(made ->> '$.title', undone ->> '$.was[0]') AS title,
    coalesce(made ->> '$.since', undone ->> '$.was[1]') AS since
  FROM f WHERE made IS NOT NULL OR undone ->> '$.was' IS NOT NULL GROUP BY 1
),
issued AS (
  SELECT made ->> '$.number' AS number, min(seq) AS seq, made FROM f WHERE made IS NOT NULL GROUP BY 1
)
SELECT
  i.number,
  t.title,
  i.made ->> '$.matter' AS matter,
  coalesce(l.made ->> '$.version', max(0, (l.undone ->> '$.version') - 1)) AS version,
  t.since
FROM issued i
JOIN last l ON l.number = i.number
JOIN titles t ON t.number = i.number
ORDER BY i.seq;

-- designations: who was designated to act for an office, with the paper it rests on; last_day is
-- NULL where none is set.
CREATE VIEW designations AS
WITH ended AS (
  SELECT body ->> '$.designation' AS no, max(seq), body ->> '$.day' AS day FROM facts
  WHERE kind = 'designation_ended' GROUP BY 1
)
SELECT
  d.body ->> '$.designation' AS no,
  d.body ->> '$.of.office' AS office,
  d.body ->> '$.of.name' AS name,
  d.body ->> '$.of.from' AS first_day,
  coalesce(e.day, d.body ->> '$.of.to') AS last_day,
  d.body ->> '$.of.document' AS document
FROM facts d LEFT JOIN ended e ON e.no = d.body ->> '$.designation'
WHERE d.kind = 'designated'
ORDER BY no;

-- offices: who held and holds which office, in the order it was given; decision is NULL for an entry of
-- the opening. Who was elected by a decision that no longer stands is not in it. An office the charter
-- joins to another has no rows of its own.
CREATE VIEW offices AS
WITH RECURSIVE f AS MATERIALIZED (
  SELECT seq, kind, body, body ->> '$.decision' AS decision, body ->> '$.change.change' AS change,
    body ->> '$.change.of.change' AS undone
  FROM facts
  WHERE kind IN ('filled', 'enacted', 'enactment_corrected', 'office_vacated')
),
held AS MATERIALIZED (
  SELECT seq, decision, what ->> '$.office' AS office, what ->> '$.name' AS name,
    what ->> '$.unit' AS unit, what ->> '$.from' AS first_day, what ->> '$.to' AS last_day
  FROM (
    SELECT seq, NULL AS decision, body AS what FROM f WHERE kind = 'filled'
    UNION ALL
    SELECT seq, decision, body -> '$.change' FROM f WHERE change = 'appointed'
  )
),
gone AS MATERIALIZED (
  SELECT h.seq, min(u.seq) AS at
  FROM held h JOIN f u ON u.undone = 'appointed' AND u.decision = h.decision AND u.seq > h.seq
  GROUP BY h.seq
),
-- Each end of a time in office, with the last of those it can be about.
ends AS MATERIALIZED (
  SELECT e.*, (
    SELECT max(h.seq) FROM held h LEFT JOIN gone g ON g.seq = h.seq
    WHERE h.office = e.office AND h.name = e.name AND h.seq < e.seq
      AND coalesce(g.at > e.seq, 1) AND (h.decision IS NULL OR e.decision IS NULL OR h.decision <> e.decision)
  ) AS holder
  FROM (
    SELECT seq, decision, body ->> '$.change.office' AS office, body ->> '$.change.name' AS name,
      body ->> '$.change.to' AS day
    FROM f WHERE change = 'ended'
    UNION ALL
    SELECT seq, NULL, body ->> '$.office', body ->> '$.name', body ->> '$.day'
    FROM f WHERE kind = 'office_vacated'
  ) e
),
steps AS MATERIALIZED (
  SELECT holder, row_number() OVER (PARTITION BY holder ORDER BY seq) AS place, what, a, b
  FROM (
    SELECT holder, seq, 'ends' AS what, NULL AS a, day AS b FROM ends
    UNION ALL
    -- The end of a time in office is taken back: the day before it holds again.
    SELECT e.holder, u.seq, 'goes_on', e.day, u.body ->> '$.change.of.was'
    FROM f u JOIN ends e ON e.seq = (
      SELECT max(seq) FROM ends WHERE seq < u.seq AND decision = u.decision
        AND office = u.body ->> '$.change.of.office' AND name = u.body ->> '$.change.of.name'
    )
    WHERE u.undone = 'ended'
    UNION ALL
    SELECT h.seq, c.seq, 'unit', c.body ->> '$.wrong', c.body ->> '$.right'
    FROM f c JOIN held h ON h.decision = c.decision AND h.seq < c.seq
    WHERE c.kind = 'enactment_corrected'
  )
),
followed (seq, place, unit, last_day) AS (
  SELECT seq, 0, unit, last_day FROM held WHERE seq NOT IN (SELECT seq FROM gone)
  UNION ALL
  SELECT w.seq, s.place, iif(s.what = 'unit' AND w.unit = s.a, s.b, w.unit),
    iif(s.what = 'ends' OR s.what = 'goes_on' AND w.last_day = s.a, s.b, w.last_day)
  FROM followed w JOIN steps s ON s.holder = w.seq AND s.place = w.place + 1
),
final AS (SELECT seq, max(place), unit, last_day FROM followed GROUP BY seq)
SELECT h.office, h.name, l.unit, h.first_day, l.last_day, h.decision
FROM held h JOIN final l ON l.seq = h.seq
ORDER BY h.seq;

-- seats: the units seated in each body, as the last filling of its seats left them; a unit that is no
-- longer a member stays until the seats are filled anew.
CREATE VIEW seats AS
WITH f AS MATERIALIZED (
  SELECT seq, kind, body, body ->> '$.decision' AS decision FROM facts
  WHERE kind IN ('seated', 'enacted', 'enactment_corrected')
),
filled AS MATERIALIZED (
  SELECT seq, NULL AS decision, body ->> '$.body' AS body, body -> '$.units' AS units FROM f
  WHERE kind = 'seated'
  UNION ALL
  SELECT seq, decision, body ->> '$.change.body', body -> '$.change.units' FROM f
  WHERE kind = 'enacted' AND body ->> '$.change.change' = 'seated'
  UNION ALL
  SELECT seq, NULL, body ->> '$.change.of.body', body -> '$.change.of.was' FROM f
  WHERE kind = 'enacted' AND body ->> '$.change.of.change' = 'seated'
),
last AS (SELECT body, max(seq) AS seq, units FROM filled GROUP BY body),
-- A decision that seated the wrong unit: the right one sits in its place.
corrected AS MATERIALIZED (
  SELECT DISTINCT l.body, c.seq, c.body ->> '$.wrong' AS wrong, c.body ->> '$.right' AS right
  FROM last l
  JOIN f c ON c.kind = 'enactment_corrected' AND c.seq > l.seq
  JOIN filled d ON d.body = l.body AND d.decision = c.decision AND d.seq < c.seq
  WHERE c.body ->> '$.wrong' IN (SELECT value FROM json_each(d.units))
    OR EXISTS (
      SELECT 1 FROM f p WHERE p.kind = 'enactment_corrected' AND p.decision = c.decision
        AND p.seq < c.seq AND p.body ->> '$.right' = c.body ->> '$.wrong'
    )
),
seated AS (
  SELECT l.body, u.value AS unit, l.seq, 1 AS sits FROM last l, json_each(l.units) u
  UNION ALL
  SELECT body, wrong, seq, 0 FROM corrected
  UNION ALL
  SELECT body, right, seq, 1 FROM corrected
),
now AS (SELECT body, unit, max(seq), sits FROM seated GROUP BY body, unit)
SELECT body, unit FROM now WHERE sits ORDER BY body, unit;
