-- Views for outsiders: what a book says, in plain tables, for any SQLite tool. Quorate itself
-- never reads them. They lie outside the chain: a book opened for writing by a program whose
-- views differ from those in the file gets the program's.

-- entries: every entry, struck ones included. struck is 1 when a later entry of kind "struck"
-- names its number ({"from":a,"to":b}, both ends included).
CREATE VIEW entries AS
WITH strikes (at, first, last) AS MATERIALIZED (
  SELECT seq, json_extract(body, '$.from'), json_extract(body, '$.to')
  FROM log WHERE kind = 'struck'
)
SELECT
  seq,
  lower(hex(act)) AS act,
  part,
  happened,
  entered,
  kind,
  body,
  EXISTS (
    SELECT 1 FROM strikes
    WHERE strikes.at > log.seq AND log.seq BETWEEN strikes.first AND strikes.last
  ) AS struck
FROM log;

-- facts: the entries that stand, without the store's own; meeting is the number of the meeting a
-- fact belongs to, NULL for facts of the book itself. All views below are made from it, so that
-- nothing struck is in them.
CREATE VIEW facts AS
SELECT seq, act, happened, entered, kind, body ->> '$.meeting' AS meeting, body
FROM entries
WHERE NOT struck AND kind NOT IN ('struck', 'settled');

-- members: every unit that was ever on the register. standing is member, withdrawn, expelled, lost
-- (by the charter itself) or annulled (its admission no longer stands); since is the time of the
-- fact that gave it.
CREATE VIEW members AS
WITH entered AS (
  SELECT f.seq, u.value AS unit FROM facts f, json_each(f.body, '$.units') u
  WHERE f.kind = 'enrolled'
  UNION ALL
  SELECT seq, body -> '$.change.enrolment' FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.change' = 'joined'
),
changed (seq, happened, unit, standing) AS (
  SELECT e.seq, f.happened, e.unit ->> '$.unit', 'member'
  FROM entered e JOIN facts f USING (seq)
  UNION ALL
  SELECT seq, happened, body ->> '$.change.unit', body ->> '$.change.change' FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.change' IN ('withdrawn', 'expelled')
  UNION ALL
  SELECT seq, happened, body ->> '$.change.of.enrolment.unit', 'annulled' FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.of.change' = 'joined'
  UNION ALL
  SELECT seq, happened, body ->> '$.change.of.unit', 'member' FROM facts
  WHERE kind = 'enacted' AND body ->> '$.change.of.change' IN ('withdrawn', 'expelled')
  UNION ALL
  SELECT seq, happened, body ->> '$.unit', 'lost' FROM facts WHERE kind = 'membership_lost'
  UNION ALL
  -- A decision was carried out on the wrong unit: what it does is what its enactments say.
  SELECT c.seq, c.happened,
    CASE side.value WHEN 'right' THEN c.body ->> '$.right' ELSE c.body ->> '$.wrong' END,
    CASE side.value WHEN 'right' THEN e.body ->> '$.change.change' ELSE 'member' END
  FROM facts c, json_each('["wrong", "right"]') side
  JOIN facts e ON e.seq = (
    SELECT max(seq) FROM facts
    WHERE kind = 'enacted' AND seq < c.seq AND body ->> '$.decision' = c.body ->> '$.decision'
      AND body ->> '$.change.change' IN ('withdrawn', 'expelled')
  )
  WHERE c.kind = 'enactment_corrected'
)
SELECT
  e.unit ->> '$.unit' AS unit,
  e.unit ->> '$.name' AS name,
  coalesce(e.unit ->> '$.category', '') AS category,
  e.unit ->> '$.joined' AS joined,
  coalesce(e.unit ->> '$.certificate', '') AS certificate,
  c.standing,
  c.happened AS since
FROM entered e
JOIN changed c ON c.unit = e.unit ->> '$.unit'
  AND c.seq = (SELECT max(seq) FROM changed WHERE unit = c.unit)
ORDER BY unit;

-- meetings: no is the number in the book, number the one in the term; special is 0 or 1; presider
-- and recorder are the last ones. opened and closed are NULL until they happen.
CREATE VIEW meetings AS
SELECT
  c.meeting AS no,
  c.body ->> '$.body' AS body,
  c.body ->> '$.term' AS term,
  c.body ->> '$.number' AS number,
  c.body ->> '$.special' AS special,
  c.body ->> '$.date' AS date,
  c.body ->> '$.place' AS place,
  (SELECT max(happened) FROM facts f WHERE f.meeting = c.meeting AND kind = 'called_to_order') AS opened,
  (SELECT max(happened) FROM facts f WHERE f.meeting = c.meeting AND kind = 'meeting_closed') AS closed,
  (SELECT f.body ->> '$.chairing.name' FROM facts f
    WHERE f.meeting = c.meeting AND kind IN ('called_to_order', 'presider_changed')
    ORDER BY seq DESC LIMIT 1) AS presider,
  (SELECT f.body ->> '$.recorder' FROM facts f
    WHERE f.meeting = c.meeting AND kind IN ('called_to_order', 'recorder_changed')
    ORDER BY seq DESC LIMIT 1) AS recorder
FROM facts c
WHERE c.kind = 'convened'
ORDER BY no;

-- attendance: where each unit is in the end; units without an entry have no row. presence is
-- in_person, delegate, proxy, online, excused, absent or left; who is the person there, holder the
-- member that votes for it, why the reason of its excuse; present is 1 where it counts as present
-- (a proxy only while its holder is there itself); corrected is 1 where the entry was corrected.
CREATE VIEW attendance AS
WITH latest AS (
  SELECT meeting, body ->> '$.unit' AS unit, max(seq) AS seq FROM facts
  WHERE kind IN ('attendance_recorded', 'attendance_corrected')
  GROUP BY meeting, body ->> '$.unit'
),
there AS (
  SELECT
    l.meeting,
    l.unit,
    f.body ->> '$.presence.as' AS presence,
    f.body ->> '$.presence.who' AS who,
    f.body ->> '$.presence.holder' AS holder,
    f.body ->> '$.presence.why' AS why,
    coalesce(f.body ->> '$.since', f.happened) AS since,
    f.kind = 'attendance_corrected' AS corrected
  FROM latest l JOIN facts f USING (seq)
  -- Whoever was there and was not confirmed after a break has to come to the door again.
  WHERE f.body ->> '$.presence.as' IN ('excused', 'absent', 'left') OR NOT EXISTS (
    SELECT 1 FROM facts r
    WHERE r.kind = 'resumed' AND r.meeting = l.meeting AND r.seq > l.seq
      AND l.unit NOT IN (SELECT value FROM json_each(r.body, '$.present'))
  )
)
SELECT
  t.meeting,
  t.unit,
  t.presence,
  t.who,
  t.holder,
  t.why,
  CASE
    WHEN t.presence = 'proxy'
      THEN coalesce(h.presence IN ('in_person', 'delegate', 'online'), 0)
    ELSE t.presence IN ('in_person', 'delegate', 'online')
  END AS present,
  t.since,
  t.corrected
FROM there t
LEFT JOIN there h ON h.meeting = t.meeting AND h.unit = t.holder
ORDER BY t.meeting, t.unit;

-- votes: one row a vote, void ones too. state is open, closed, declared or void. The figures are
-- those of the count that stands, corrections included, and NULL while there is none; base, needed
-- and carries (0 or 1) are reckoned here from them and from what was frozen at the opening. carried
-- (0 or 1) and declared (the time) are the presider's declaration in force; void is 0 or 1, reason
-- says why.
CREATE VIEW votes AS
WITH marks AS (
  SELECT meeting, body ->> '$.vote' AS vote, seq, kind, happened, body FROM facts
  WHERE kind IN ('vote_closed', 'challenged', 'declared', 'vote_voided', 'count_corrected')
),
last AS (
  SELECT o.meeting, o.body ->> '$.vote' AS vote, o.seq AS opened,
    (SELECT max(seq) FROM marks m WHERE m.meeting = o.meeting AND m.vote = o.body ->> '$.vote'
      AND kind IN ('vote_closed', 'challenged', 'count_corrected')) AS counted,
    (SELECT max(seq) FROM marks m WHERE m.meeting = o.meeting AND m.vote = o.body ->> '$.vote')
      AS marked,
    (SELECT max(seq) FROM marks m WHERE m.meeting = o.meeting AND m.vote = o.body ->> '$.vote'
      AND kind = 'challenged') AS challenged,
    (SELECT count(*) FROM facts a WHERE a.meeting = o.meeting AND a.kind = 'admitted_to_vote'
      AND a.body ->> '$.vote' = o.body ->> '$.vote') AS admitted
  FROM facts o WHERE o.kind = 'vote_opened'
),
figures AS (
  SELECT
    l.meeting,
    l.vote,
    json_array_length(o.body, '$.frozen.voters') + l.admitted AS voters,
    CASE c.kind
      WHEN 'vote_closed' THEN c.body -> '$.verdict.tally'
      WHEN 'count_corrected' THEN json_set(c.body -> '$.count',
        '$.invalid', coalesce(c.body ->> '$.count.papers.invalid', 0))
    END AS tally
  FROM last l
  JOIN facts o ON o.seq = l.opened
  LEFT JOIN facts c ON c.seq = l.counted
),
bases AS (
  SELECT
    f.*,
    CASE o.body ->> '$.frozen.rule.base'
      WHEN 'all_members' THEN json_array_length(o.body, '$.frozen.roll')
      WHEN 'not_recused' THEN json_array_length(o.body, '$.frozen.roll')
        - json_array_length(o.body, '$.frozen.recused')
      WHEN 'present' THEN f.voters
      WHEN 'votes_cast' THEN
        (tally ->> '$.yes') + (tally ->> '$.no') + (tally ->> '$.abstain')
      WHEN 'yes_and_no' THEN (tally ->> '$.yes') + (tally ->> '$.no')
    END AS base,
    o.body ->> '$.frozen.rule.share.num' AS num,
    o.body ->> '$.frozen.rule.share.den' AS den,
    o.body ->> '$.frozen.rule.cmp' AS cmp
  FROM figures f JOIN last l USING (meeting, vote) JOIN facts o ON o.seq = l.opened
)
SELECT
  l.meeting,
  l.vote,
  o.body ->> '$.motion' AS motion,
  coalesce(h.body ->> '$.method', o.body ->> '$.method') AS method,
  CASE m.kind
    WHEN 'vote_closed' THEN 'closed'
    WHEN 'count_corrected' THEN 'closed'
    WHEN 'declared' THEN 'declared'
    WHEN 'vote_voided' THEN 'void'
    ELSE 'open'
  END AS state,
  json_array_length(o.body, '$.frozen.roll') AS roll,
  b.voters,
  b.base,
  CASE
    WHEN b.base > 0 AND b.cmp = '>=' THEN (b.base * b.num + b.den - 1) / b.den
    WHEN b.base > 0 AND b.cmp = '>' THEN b.base * b.num / b.den + 1
  END AS needed,
  b.tally ->> '$.yes' AS yes,
  b.tally ->> '$.no' AS no,
  b.tally ->> '$.abstain' AS abstain,
  b.tally ->> '$.invalid' AS invalid,
  max(0, b.voters - (b.tally ->> '$.yes') - (b.tally ->> '$.no') - (b.tally ->> '$.abstain')
    - (b.tally ->> '$.invalid')) AS not_voting,
  CASE b.cmp
    WHEN '>=' THEN b.base > 0 AND (b.tally ->> '$.yes') * b.den >= b.base * b.num
    WHEN '>' THEN b.base > 0 AND (b.tally ->> '$.yes') * b.den > b.base * b.num
  END AS carries,
  CASE m.kind WHEN 'declared' THEN m.body ->> '$.carried' END AS carried,
  CASE m.kind WHEN 'declared' THEN m.happened END AS declared,
  coalesce(m.kind = 'vote_voided', 0) AS void,
  CASE m.kind WHEN 'vote_voided' THEN m.body ->> '$.why' END AS reason
FROM last l
JOIN facts o ON o.seq = l.opened
JOIN bases b USING (meeting, vote)
LEFT JOIN facts m ON m.seq = l.marked
LEFT JOIN facts h ON h.seq = l.challenged
ORDER BY l.meeting, l.vote;

-- motion_texts: every text a motion ever had, the latest by seq in force: as moved, reworded, as a
-- carried amendment left it, or as moved again where the vote on that amendment no longer stands.
CREATE VIEW motion_texts AS
WITH amended AS (
  SELECT
    d.seq, d.kind, d.meeting, a.body ->> '$.to' AS motion, a.body ->> '$.becomes' AS becomes,
    d.body ->> '$.carried' AS carried,
    -- What the last declaration of that vote said, where it had not been taken back already.
    (SELECT CASE e.kind WHEN 'declared' THEN e.body ->> '$.carried' END FROM facts e
      WHERE e.meeting = d.meeting AND e.kind IN ('declared', 'vote_voided', 'count_corrected')
        AND e.body ->> '$.vote' = d.body ->> '$.vote' AND e.seq < d.seq
      ORDER BY e.seq DESC LIMIT 1) AS stood
  FROM facts d
  JOIN facts o ON o.kind = 'vote_opened' AND o.meeting = d.meeting
    AND o.body ->> '$.vote' = d.body ->> '$.vote'
  JOIN facts a ON a.kind = 'amendment_moved' AND a.meeting = d.meeting
    AND a.body ->> '$.motion' = o.body ->> '$.motion'
  WHERE d.kind IN ('declared', 'vote_voided', 'count_corrected')
)
SELECT meeting, body ->> '$.motion' AS motion, seq, body ->> '$.text' AS text FROM facts
WHERE kind IN ('moved', 'amendment_moved', 'reworded')
UNION ALL
SELECT meeting, motion, seq, becomes FROM amended WHERE kind = 'declared' AND carried
UNION ALL
SELECT a.meeting, a.motion, a.seq, m.body ->> '$.text'
FROM amended a JOIN facts m ON m.kind = 'moved' AND m.meeting = a.meeting
  AND m.body ->> '$.motion' = a.motion
WHERE a.kind <> 'declared' AND a.stood
  -- Not once the main motion is decided itself.
  AND NOT EXISTS (
    SELECT 1 FROM facts o JOIN facts d ON d.meeting = o.meeting
      AND d.body ->> '$.vote' = o.body ->> '$.vote'
    WHERE o.kind = 'vote_opened' AND o.meeting = a.meeting AND o.body ->> '$.motion' = a.motion
      AND d.kind = 'declared' AND d.seq < a.seq AND NOT EXISTS (
        SELECT 1 FROM facts e WHERE e.meeting = d.meeting AND e.seq > d.seq AND e.seq < a.seq
          AND e.kind IN ('vote_voided', 'count_corrected')
          AND e.body ->> '$.vote' = d.body ->> '$.vote'
      )
  );

-- motions: motions and amendments; amends is the motion an amendment would change. state is
-- pending, withdrawn, carried (of several subjects: at least one) or lost.
CREATE VIEW motions AS
WITH moved AS (
  SELECT seq, meeting, body ->> '$.motion' AS motion, body ->> '$.to' AS amends, body FROM facts
  WHERE kind IN ('moved', 'amendment_moved')
),
-- The subjects of a motion by place; a motion without any counts as one with a single place.
places AS (
  SELECT m.meeting, m.motion, coalesce(s.key, 0) AS place
  FROM moved m LEFT JOIN json_each(m.body, '$.subjects') s
),
outcomes AS (
  SELECT p.meeting, p.motion, p.place, max(v.carried) AS carried
  FROM places p
  JOIN votes v ON v.meeting = p.meeting AND v.motion = p.motion AND v.state = 'declared'
  JOIN facts o ON o.kind = 'vote_opened' AND o.meeting = v.meeting AND o.body ->> '$.vote' = v.vote
  WHERE json_array_length(o.body, '$.subjects') = 0
    OR p.place IN (SELECT value FROM json_each(o.body, '$.subjects'))
  GROUP BY p.meeting, p.motion, p.place
),
settled AS (
  SELECT p.meeting, p.motion, count(*) = count(o.place) AS all_of_it, max(o.carried) AS carried
  FROM places p LEFT JOIN outcomes o USING (meeting, motion, place)
  GROUP BY p.meeting, p.motion
)
SELECT
  m.meeting,
  m.motion,
  coalesce(m.body ->> '$.item', main.body ->> '$.item') AS item,
  m.amends,
  coalesce(m.body ->> '$.matter', main.body ->> '$.matter') AS matter,
  m.body ->> '$.rule' AS rule,
  m.body ->> '$.text' AS text_proposed,
  (SELECT t.text FROM motion_texts t WHERE t.meeting = m.meeting AND t.motion = m.motion
    ORDER BY t.seq DESC LIMIT 1) AS text,
  CASE
    WHEN s.all_of_it AND s.carried THEN 'carried'
    WHEN s.all_of_it THEN 'lost'
    WHEN EXISTS (SELECT 1 FROM facts w WHERE w.kind = 'motion_withdrawn' AND w.meeting = m.meeting
      AND w.seq > m.seq AND w.body ->> '$.motion' IN (m.motion, m.amends)) THEN 'withdrawn'
    ELSE 'pending'
  END AS state,
  m.body ->> '$.mover' AS mover,
  coalesce(m.body ->> '$.seconder', '') AS seconder
FROM moved m
JOIN settled s USING (meeting, motion)
LEFT JOIN moved main ON main.meeting = m.meeting AND main.motion = m.amends
ORDER BY m.meeting, m.motion;

-- decisions: no is the number in the book, number the document number; text is as adopted, with
-- corrections of the pen; void is 1 where the vote no longer stands.
CREATE VIEW decisions AS
WITH RECURSIVE first AS (
  SELECT min(seq) AS seq, body ->> '$.decision' AS no FROM facts
  WHERE kind = 'declared' AND body ->> '$.carried' AND body ->> '$.decision' IS NOT NULL
  GROUP BY body ->> '$.decision'
),
made AS (
  SELECT
    f.no,
    d.body ->> '$.number' AS number,
    d.meeting,
    o.body ->> '$.motion' AS motion,
    d.body ->> '$.vote' AS vote,
    m.body ->> '$.matter' AS matter,
    (SELECT t.text FROM motion_texts t WHERE t.meeting = d.meeting
      AND t.motion = o.body ->> '$.motion' AND t.seq < d.seq ORDER BY t.seq DESC LIMIT 1) AS text,
    d.seq
  FROM first f
  JOIN facts d ON d.seq = f.seq
  JOIN facts o ON o.kind = 'vote_opened' AND o.meeting = d.meeting
    AND o.body ->> '$.vote' = d.body ->> '$.vote'
  JOIN facts m ON m.kind = 'moved' AND m.meeting = d.meeting
    AND m.body ->> '$.motion' = o.body ->> '$.motion'
),
-- Each correction of the pen changes the first place where the old words stand.
mended (no, text, seq) AS (
  SELECT no, text, seq FROM made
  UNION ALL
  SELECT
    w.no,
    CASE instr(w.text, c.body ->> '$.old')
      WHEN 0 THEN w.text
      ELSE substr(w.text, 1, instr(w.text, c.body ->> '$.old') - 1) || (c.body ->> '$.new')
        || substr(w.text, instr(w.text, c.body ->> '$.old') + length(c.body ->> '$.old'))
    END,
    c.seq
  FROM mended w JOIN facts c ON c.seq = (
    SELECT min(seq) FROM facts
    WHERE kind = 'text_corrected' AND seq > w.seq AND body ->> '$.decision' = w.no
  )
)
SELECT
  m.no,
  m.number,
  m.meeting,
  m.motion,
  m.vote,
  m.matter,
  (SELECT w.text FROM mended w WHERE w.no = m.no ORDER BY w.seq DESC LIMIT 1) AS text,
  -- A correction of the count leaves it as it is until the result is declared anew.
  (SELECT NOT (e.kind = 'declared' AND e.body ->> '$.carried') FROM facts e
    WHERE e.meeting = m.meeting AND e.kind IN ('declared', 'vote_voided')
      AND e.body ->> '$.vote' = m.vote
    ORDER BY e.seq DESC LIMIT 1) AS void
FROM made m
ORDER BY m.no;

-- minutes: what stands of a meeting, one row a fact in the order entered; body is the fact as JSON.
CREATE VIEW minutes AS
SELECT meeting, seq, happened, entered, kind, body
FROM facts
WHERE meeting IS NOT NULL
ORDER BY meeting, seq;
