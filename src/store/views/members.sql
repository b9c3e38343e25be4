-- members: every unit that was ever on the register. standing is member, withdrawn, expelled, lost
-- (by the charter itself) or annulled (its admission no longer stands); since is the time of the
-- fact that gave it. qualifications and groups are JSON lists, weights is a JSON object; what was amended
-- is as it is now.
CREATE VIEW members AS
WITH f AS MATERIALIZED (
  SELECT seq, happened, kind, body, body ->> '$.change.change' AS change,
    body ->> '$.change.of.change' AS undone
  FROM facts
  WHERE kind IN ('enrolled', 'enacted', 'membership_lost', 'enactment_corrected')
),
entered (seq, happened, unit) AS (
  SELECT f.seq, f.happened, u.value FROM f, json_each(f.body, '$.units') u
  WHERE f.kind = 'enrolled'
  UNION ALL
  SELECT seq, happened, body -> '$.change.enrolment' FROM f WHERE change = 'joined'
),
changed (seq, happened, unit, standing) AS (
  SELECT seq, happened, unit ->> '$.unit', 'member' FROM entered
  UNION ALL
  SELECT seq, happened, body ->> '$.change.unit', change FROM f
  WHERE change IN ('withdrawn', 'expelled')
  UNION ALL
  SELECT seq, happened, body ->> '$.change.of.enrolment.unit', 'annulled' FROM f
  WHERE undone = 'joined'
  UNION ALL
  SELECT seq, happened, body ->> '$.change.of.unit', 'member' FROM f
  WHERE undone IN ('withdrawn', 'expelled')
  UNION ALL
  SELECT seq, happened, body ->> '$.unit', 'lost' FROM f WHERE kind = 'membership_lost'
  UNION ALL
  -- A decision was carried out on the wrong unit: what it does is what its enactments say.
  SELECT c.seq, c.happened,
    CASE side.value WHEN 'right' THEN c.body ->> '$.right' ELSE c.body ->> '$.wrong' END,
    CASE side.value WHEN 'right' THEN e.change ELSE 'member' END
  FROM f c, json_each('["wrong", "right"]') side
  JOIN f e ON e.seq = (
    SELECT max(seq) FROM f
    WHERE change IN ('withdrawn', 'expelled') AND seq < c.seq
      AND body ->> '$.decision' = c.body ->> '$.decision'
  )
  WHERE c.kind = 'enactment_corrected'
),
-- The row with the greatest seq gives the other columns.
latest AS (SELECT unit, max(seq), standing, happened FROM changed GROUP BY unit),
-- The last value of each field that was amended; text for a text, JSON for a list.
amended AS MATERIALIZED (
  SELECT a.body ->> '$.unit' AS unit, c.value ->> '$.field' AS field, max(a.seq),
    c.value ->> '$.now' AS now
  FROM facts a, json_each(a.body, '$.changed') c
  WHERE a.kind = 'member_amended'
  GROUP BY 1, 2
)
SELECT
  l.unit,
  coalesce(name.now, e.unit ->> '$.name') AS name,
  coalesce(short.now, e.unit ->> '$.short', '') AS short,
  coalesce(category.now, e.unit ->> '$.category', '') AS category,
  coalesce(joined.now, e.unit ->> '$.joined') AS joined,
  coalesce(certificate.now, e.unit ->> '$.certificate', '') AS certificate,
  coalesce(legal.now, e.unit ->> '$.legal_proof', '') AS legal_proof,
  coalesce(held.now, e.unit -> '$.qualifications', '[]') AS qualifications,
  coalesce(groups.now, e.unit -> '$.groups', '[]') AS groups,
  coalesce(
    (SELECT json_group_object(w.value ->> '$[0]', json(w.value -> '$[1]'))
     FROM json_each(weights.now) w HAVING weights.now IS NOT NULL),
    e.unit -> '$.weights', '{}'
  ) AS weights,
  l.standing,
  l.happened AS since
FROM entered e
JOIN latest l ON l.unit = e.unit ->> '$.unit'
LEFT JOIN amended name ON name.unit = l.unit AND name.field = 'name'
LEFT JOIN amended short ON short.unit = l.unit AND short.field = 'short'
LEFT JOIN amended category ON category.unit = l.unit AND category.field = 'category'
LEFT JOIN amended joined ON joined.unit = l.unit AND joined.field = 'joined'
LEFT JOIN amended certificate ON certificate.unit = l.unit AND certificate.field = 'certificate'
LEFT JOIN amended legal ON legal.unit = l.unit AND legal.field = 'legal_proof'
LEFT JOIN amended held ON held.unit = l.unit AND held.field = 'qualifications'
LEFT JOIN amended groups ON groups.unit = l.unit AND groups.field = 'groups'
LEFT JOIN amended weights ON weights.unit = l.unit AND weights.field = 'weights'
ORDER BY l.unit;

-- member_history: what happened to each unit, oldest first. what is enrolled, joined, amended, warned,
-- authorised, withdrawn, expelled, lost, undone, not_meant, meant, seated, unseated, office,
-- office_ended, person_kept or person_forgotten; detail is the field, scope, ground, change, body,
-- office or role it is about; decision is the decision it rests on.
CREATE VIEW member_history AS
WITH f AS MATERIALIZED (
  SELECT seq, happened, kind, body, body ->> '$.decision' AS decision,
    body ->> '$.change.change' AS change, body ->> '$.change.of.change' AS undone
  FROM facts
  WHERE kind IN ('enrolled', 'seated', 'filled', 'membership_lost', 'member_amended', 'person_kept',
    'person_forgotten', 'enacted', 'enactment_corrected')
),
-- Who took which office: what ends an office names the holder and not the unit.
held (seq, office, name, unit) AS (
  SELECT seq, body ->> '$.office', body ->> '$.name', body ->> '$.unit' FROM f WHERE kind = 'filled'
  UNION ALL
  SELECT seq, body ->> '$.change.office', body ->> '$.change.name', body ->> '$.change.unit' FROM f
  WHERE change = 'appointed'
),
past (unit, seq, place, happened, what, detail, decision) AS (
  SELECT u.value ->> '$.unit', seq, 0, happened, 'enrolled', '', NULL
  FROM f, json_each(body, '$.units') u WHERE kind = 'enrolled'
  UNION ALL
  SELECT DISTINCT u.value, seq, 0, happened, 'seated', body ->> '$.body', NULL
  FROM f, json_each(body, '$.units') u WHERE kind = 'seated'
  UNION ALL
  SELECT body ->> '$.unit', seq, 0, happened, 'office', body ->> '$.office', NULL
  FROM f WHERE kind = 'filled'
  UNION ALL
  SELECT body ->> '$.unit', seq, 0, happened, 'lost', body ->> '$.ground', NULL
  FROM f WHERE kind = 'membership_lost'
  UNION ALL
  SELECT body ->> '$.unit', seq, c.key, happened, 'amended', c.value ->> '$.field', NULL
  FROM f, json_each(body, '$.changed') c WHERE kind = 'member_amended'
  UNION ALL
  SELECT body ->> '$.unit', seq, 0, happened, kind, body ->> '$.role', NULL
  FROM f WHERE kind IN ('person_kept', 'person_forgotten')
  UNION ALL
  SELECT body ->> '$.change.enrolment.unit', seq, 0, happened, 'joined', '', decision
  FROM f WHERE change = 'joined'
  UNION ALL
  SELECT body ->> '$.change.unit', seq, 0, happened, change,
    CASE change WHEN 'authorised' THEN body ->> '$.change.scope' ELSE '' END, decision
  FROM f WHERE change IN ('withdrawn', 'expelled', 'warned', 'authorised')
  UNION ALL
  SELECT body ->> '$.change.unit', seq, 0, happened, 'office', body ->> '$.change.office', decision
  FROM f WHERE change = 'appointed'
  UNION ALL
  SELECT
    (SELECT unit FROM held WHERE held.seq < f.seq AND held.office = f.body ->> '$.change.office'
       AND held.name = f.body ->> '$.change.name' ORDER BY held.seq DESC LIMIT 1),
    seq, 0, happened, 'office_ended', body ->> '$.change.office', decision
  FROM f WHERE change = 'ended'
  UNION ALL
  SELECT DISTINCT u.value, seq, 0, happened, 'seated', body ->> '$.change.body', decision
  FROM f, json_each(body, '$.change.units') u WHERE change = 'seated'
  UNION ALL
  SELECT DISTINCT u.value, seq, 0, happened, 'unseated', body ->> '$.change.body', decision
  FROM f, json_each(body, '$.change.was') u
  WHERE change = 'seated'
    AND u.value NOT IN (SELECT s.value FROM json_each(body, '$.change.units') s)
  UNION ALL
  SELECT coalesce(body ->> '$.change.of.unit', body ->> '$.change.of.enrolment.unit'), seq, 0,
    happened, 'undone', undone, decision
  FROM f
  WHERE undone IN ('joined', 'withdrawn', 'expelled', 'warned', 'authorised', 'appointed')
  UNION ALL
  SELECT body ->> '$.wrong', seq, 0, happened, 'not_meant', '', decision
  FROM f WHERE kind = 'enactment_corrected'
  UNION ALL
  SELECT body ->> '$.right', seq, 1, happened, 'meant', '', decision
  FROM f WHERE kind = 'enactment_corrected'
)
SELECT unit, seq, happened, what, detail, decision FROM past
WHERE unit IS NOT NULL
ORDER BY unit, seq, place;

-- people: who speaks for a unit, without anything that says who it is: that stands on cards outside the
-- chain, and no view shows it. role is liaison, legal_representative or delegate; document, first_day
-- and last_day are what a delegate's letter covers; removed is when the card was removed, else NULL.
CREATE VIEW people AS
WITH kept AS (
  SELECT body ->> '$.person' AS person, max(seq), happened, body FROM facts
  WHERE kind = 'person_kept' GROUP BY 1
),
gone AS (
  SELECT body ->> '$.person' AS person, max(seq), happened FROM facts
  WHERE kind = 'person_forgotten' GROUP BY 1
)
SELECT
  k.person,
  k.body ->> '$.unit' AS unit,
  k.body ->> '$.role' AS role,
  k.body ->> '$.letter.document' AS document,
  k.body ->> '$.letter.from' AS first_day,
  k.body ->> '$.letter.to' AS last_day,
  k.happened AS kept,
  g.happened AS removed
FROM kept k LEFT JOIN gone g ON g.person = k.person
ORDER BY k.person;
