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

-- meetings: no is the number in the book, number the one in the term; special is 0 or 1; presider
-- and recorder are the last ones. opened and closed are NULL until they happen.
CREATE VIEW meetings AS
WITH f AS MATERIALIZED (
  SELECT seq, meeting, happened, kind, body FROM facts
  WHERE kind IN ('convened', 'called_to_order', 'presider_changed', 'recorder_changed',
    'meeting_closed')
),
presider AS (
  SELECT meeting, max(seq), body ->> '$.chairing.name' AS name FROM f
  WHERE kind IN ('called_to_order', 'presider_changed') GROUP BY meeting
),
recorder AS (
  SELECT meeting, max(seq), body ->> '$.recorder' AS name FROM f
  WHERE kind IN ('called_to_order', 'recorder_changed') GROUP BY meeting
)
SELECT
  c.meeting AS no,
  c.body ->> '$.body' AS body,
  c.body ->> '$.term' AS term,
  c.body ->> '$.number' AS number,
  c.body ->> '$.special' AS special,
  c.body ->> '$.date' AS date,
  c.body ->> '$.place' AS place,
  o.happened AS opened,
  e.happened AS closed,
  p.name AS presider,
  r.name AS recorder
FROM f c
LEFT JOIN f o ON o.meeting = c.meeting AND o.kind = 'called_to_order'
LEFT JOIN f e ON e.meeting = c.meeting AND e.kind = 'meeting_closed'
LEFT JOIN presider p ON p.meeting = c.meeting
LEFT JOIN recorder r ON r.meeting = c.meeting
WHERE c.kind = 'convened'
ORDER BY no;

-- attendance: where each unit is in the end; units without an entry have no row. presence is
-- in_person, delegate, proxy, online, excused, absent or left; who is the person there, holder the
-- member that votes for it, why the reason of its excuse; present is 1 where it counts as present
-- (a proxy only while its holder is there itself); corrected is 1 where the entry was corrected.
CREATE VIEW attendance AS
WITH latest AS (
  SELECT meeting, body ->> '$.unit' AS unit, max(seq) AS seq, happened, kind, body FROM facts
  WHERE kind IN ('attendance_recorded', 'attendance_corrected')
  GROUP BY meeting, body ->> '$.unit'
),
resumed AS MATERIALIZED (SELECT seq, meeting, body FROM facts WHERE kind = 'resumed'),
there AS MATERIALIZED (
  SELECT
    meeting,
    unit,
    body ->> '$.presence.as' AS presence,
    body ->> '$.presence.who' AS who,
    body ->> '$.presence.holder' AS holder,
    body ->> '$.presence.why' AS why,
    coalesce(body ->> '$.since', happened) AS since,
    kind = 'attendance_corrected' AS corrected
  FROM latest l
  -- Whoever was there and was not confirmed after a break has to come to the door again.
  WHERE body ->> '$.presence.as' IN ('excused', 'absent', 'left') OR NOT EXISTS (
    SELECT 1 FROM resumed r
    WHERE r.meeting = l.meeting AND r.seq > l.seq
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
WITH f AS MATERIALIZED (
  SELECT seq, meeting, body ->> '$.vote' AS vote, happened, kind, body FROM facts
  WHERE kind IN ('vote_opened', 'admitted_to_vote', 'vote_closed', 'challenged', 'declared',
    'vote_voided', 'count_corrected')
),
-- In each of these the row with the greatest seq gives the other columns.
marked AS (
  SELECT meeting, vote, max(seq), happened, kind, body FROM f
  WHERE kind NOT IN ('vote_opened', 'admitted_to_vote') GROUP BY meeting, vote
),
counted AS (
  SELECT meeting, vote, max(seq),
    CASE kind
      WHEN 'vote_closed' THEN body -> '$.verdict.tally'
      WHEN 'count_corrected' THEN json_set(body -> '$.count',
        '$.invalid', coalesce(body ->> '$.count.papers.invalid', 0))
    END AS tally
  FROM f WHERE kind IN ('vote_closed', 'challenged', 'count_corrected') GROUP BY meeting, vote
),
again AS (
  SELECT meeting, vote, max(seq), body ->> '$.method' AS method FROM f
  WHERE kind = 'challenged' GROUP BY meeting, vote
),
admitted AS (
  SELECT meeting, vote, count(*) AS units FROM f WHERE kind = 'admitted_to_vote'
  GROUP BY meeting, vote
),
figures AS (
  SELECT
    o.meeting, o.vote, o.body,
    coalesce(g.method, o.body ->> '$.method') AS method,
    json_array_length(o.body, '$.frozen.roll') AS roll,
    json_array_length(o.body, '$.frozen.recused') AS recused,
    json_array_length(o.body, '$.frozen.voters') + coalesce(a.units, 0) AS voters,
    o.body ->> '$.frozen.rule.share.num' AS num,
    o.body ->> '$.frozen.rule.share.den' AS den,
    o.body ->> '$.frozen.rule.cmp' AS cmp,
    c.tally ->> '$.yes' AS yes,
    c.tally ->> '$.no' AS no,
    c.tally ->> '$.abstain' AS abstain,
    c.tally ->> '$.invalid' AS invalid
  FROM f o
  LEFT JOIN counted c ON c.meeting = o.meeting AND c.vote = o.vote
  LEFT JOIN again g ON g.meeting = o.meeting AND g.vote = o.vote
  LEFT JOIN admitted a ON a.meeting = o.meeting AND a.vote = o.vote
  WHERE o.kind = 'vote_opened'
),
bases AS (
  SELECT *,
    CASE body ->> '$.frozen.rule.base'
      WHEN 'all_members' THEN roll
      WHEN 'not_recused' THEN roll - recused
      WHEN 'present' THEN voters
      WHEN 'votes_cast' THEN yes + no + abstain
      WHEN 'yes_and_no' THEN yes + no
    END AS base
  FROM figures
)
SELECT
  b.meeting,
  b.vote,
  b.body ->> '$.motion' AS motion,
  b.method,
  CASE m.kind
    WHEN 'vote_closed' THEN 'closed'
    WHEN 'count_corrected' THEN 'closed'
    WHEN 'declared' THEN 'declared'
    WHEN 'vote_voided' THEN 'void'
    ELSE 'open'
  END AS state,
  b.roll,
  b.voters,
  b.base,
  CASE
    WHEN b.base > 0 AND b.cmp = '>=' THEN (b.base * b.num + b.den - 1) / b.den
    WHEN b.base > 0 AND b.cmp = '>' THEN b.base * b.num / b.den + 1
  END AS needed,
  b.yes,
  b.no,
  b.abstain,
  b.invalid,
  max(0, b.voters - b.yes - b.no - b.abstain - b.invalid) AS not_voting,
  CASE b.cmp
    WHEN '>=' THEN b.base > 0 AND b.yes * b.den >= b.base * b.num
    WHEN '>' THEN b.base > 0 AND b.yes * b.den > b.base * b.num
  END AS carries,
  CASE m.kind WHEN 'declared' THEN m.body ->> '$.carried' END AS carried,
  CASE m.kind WHEN 'declared' THEN m.happened END AS declared,
  coalesce(m.kind = 'vote_voided', 0) AS void,
  CASE m.kind WHEN 'vote_voided' THEN m.body ->> '$.why' END AS reason
FROM bases b
LEFT JOIN marked m ON m.meeting = b.meeting AND m.vote = b.vote
ORDER BY b.meeting, b.vote;

-- motion_texts: every text a motion had that stands, the latest by seq in force: as moved, reworded,
-- or as an amendment left it whose vote is carried and stands.
CREATE VIEW motion_texts AS
WITH f AS MATERIALIZED (
  SELECT seq, meeting, kind, body, body ->> '$.motion' AS motion, body ->> '$.vote' AS vote
  FROM facts
  WHERE kind IN ('moved', 'amendment_moved', 'reworded', 'vote_opened', 'declared', 'vote_voided',
    'count_corrected')
),
-- What became of each vote, step by step, with what stood before the step.
steps AS MATERIALIZED (
  SELECT
    d.seq, d.meeting, d.vote, d.kind, o.motion,
    d.kind = 'declared' AND d.body ->> '$.carried' AS carried,
    lead(d.seq) OVER each AS until
  FROM f d JOIN f o ON o.kind = 'vote_opened' AND o.meeting = d.meeting AND o.vote = d.vote
  WHERE d.kind IN ('declared', 'vote_voided', 'count_corrected')
  WINDOW each AS (PARTITION BY d.meeting, d.vote ORDER BY d.seq)
),
amending AS (
  SELECT s.*, a.body ->> '$.to' AS main, a.body ->> '$.becomes' AS becomes
  FROM steps s JOIN f a ON a.kind = 'amendment_moved' AND a.meeting = s.meeting
    AND a.motion = s.motion
)
SELECT meeting, motion, seq, body ->> '$.text' AS text FROM f
WHERE kind IN ('moved', 'amendment_moved', 'reworded')
UNION ALL
SELECT a.meeting, a.main, a.seq, a.becomes FROM amending a
WHERE a.carried AND (
  a.until IS NULL
  -- Once the main motion is decided itself, its text stays what was decided.
  OR EXISTS (
    SELECT 1 FROM steps d WHERE d.meeting = a.meeting AND d.motion = a.main
      AND d.kind = 'declared' AND d.seq < a.until AND coalesce(d.until > a.until, 1)
  )
);

-- motions: motions and amendments; amends is the motion an amendment would change. state is
-- pending, withdrawn, carried (of several subjects: at least one) or lost.
CREATE VIEW motions AS
WITH f AS MATERIALIZED (
  SELECT seq, meeting, kind, body, body ->> '$.motion' AS motion, body ->> '$.vote' AS vote
  FROM facts
  WHERE kind IN ('moved', 'amendment_moved', 'motion_withdrawn', 'vote_opened', 'declared',
    'vote_voided', 'count_corrected')
),
moved AS MATERIALIZED (
  SELECT *, body ->> '$.to' AS amends FROM f WHERE kind IN ('moved', 'amendment_moved')
),
-- The subjects of a motion by place; a motion without any counts as one with a single place.
places AS MATERIALIZED (
  SELECT m.meeting, m.motion, coalesce(s.key, 0) AS place
  FROM moved m LEFT JOIN json_each(m.body, '$.subjects') s
),
-- In each of these two the row with the greatest seq gives the other columns.
last AS (
  SELECT meeting, vote, max(seq), kind, body ->> '$.carried' AS carried FROM f
  WHERE kind IN ('declared', 'vote_voided', 'count_corrected') GROUP BY meeting, vote
),
texts AS (SELECT meeting, motion, max(seq), text FROM motion_texts GROUP BY meeting, motion),
outcomes AS (
  SELECT p.meeting, p.motion, p.place, max(l.carried) AS carried
  FROM last l
  JOIN f o ON o.kind = 'vote_opened' AND o.meeting = l.meeting AND o.vote = l.vote
  JOIN places p ON p.meeting = o.meeting AND p.motion = o.motion
  WHERE l.kind = 'declared' AND (json_array_length(o.body, '$.subjects') = 0
    OR p.place IN (SELECT value FROM json_each(o.body, '$.subjects')))
  GROUP BY p.meeting, p.motion, p.place
),
settled AS (
  SELECT p.meeting, p.motion, count(*) = count(o.place) AS wholly, max(o.carried) AS carried
  FROM places p LEFT JOIN outcomes o
    ON o.meeting = p.meeting AND o.motion = p.motion AND o.place = p.place
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
  t.text,
  CASE
    WHEN s.wholly AND s.carried THEN 'carried'
    WHEN s.wholly THEN 'lost'
    WHEN EXISTS (SELECT 1 FROM f w WHERE w.kind = 'motion_withdrawn' AND w.meeting = m.meeting
      AND w.seq > m.seq AND w.motion IN (m.motion, m.amends)) THEN 'withdrawn'
    ELSE 'pending'
  END AS state,
  m.body ->> '$.mover' AS mover,
  coalesce(m.body ->> '$.seconder', '') AS seconder
FROM moved m
JOIN settled s ON s.meeting = m.meeting AND s.motion = m.motion
JOIN texts t ON t.meeting = m.meeting AND t.motion = m.motion
LEFT JOIN moved main ON main.meeting = m.meeting AND main.motion = m.amends
ORDER BY m.meeting, m.motion;

-- decisions: no is the number in the book, number the document number; text is as adopted, with
-- corrections of the pen; void is 1 where the vote no longer stands. effective is now, after_close or a
-- day. status is void, open, under_way, done, dropped, or enacted where the book itself carried it out;
-- owner and due are those of follow_ups.
CREATE VIEW decisions AS
WITH RECURSIVE f AS MATERIALIZED (
  SELECT seq, meeting, kind, body, body ->> '$.motion' AS motion, body ->> '$.vote' AS vote,
    body ->> '$.decision' AS decision
  FROM facts
  WHERE kind IN ('moved', 'vote_opened', 'declared', 'vote_voided', 'text_corrected',
    'item_added', 'round_declared', 'round_voided', 'election_planned', 'enacted')
),
-- Declaring a vote anew keeps its number: the first declaration gives it.
first AS (
  SELECT decision AS no, min(seq) AS seq, meeting, vote, body ->> '$.number' AS number FROM f
  WHERE kind = 'declared' AND body ->> '$.carried' AND decision IS NOT NULL
  GROUP BY decision
),
last AS (
  SELECT meeting, vote, max(seq), kind = 'declared' AND body ->> '$.carried' AS stands FROM f
  WHERE kind IN ('declared', 'vote_voided') GROUP BY meeting, vote
),
-- An election is declared round by round; a round in which nobody is elected decides nothing.
rounds AS (
  SELECT seq, meeting, kind, decision, body ->> '$.item' AS item, body ->> '$.number' AS number,
    body ->> '$.text' AS text,
    meeting || ' ' || (body ->> '$.item') || ' ' || (body ->> '$.contest') || ' ' || (body ->> '$.round') AS round
  FROM f WHERE kind IN ('round_declared', 'round_voided')
),
elected AS (
  SELECT decision AS no, min(seq) AS seq, meeting, item, round, number FROM rounds
  WHERE decision IS NOT NULL GROUP BY decision
),
last_round AS (
  SELECT round, max(seq), kind = 'round_declared' AND decision IS NOT NULL AS stands
  FROM rounds GROUP BY round
),
-- The text as it stood when the motion was declared carried, or as the election was declared last.
texts AS (
  SELECT decision AS no, max(seq), text FROM rounds WHERE decision IS NOT NULL GROUP BY decision
  UNION ALL
  SELECT d.no, max(t.seq), t.text
  FROM first d
  JOIN f o ON o.kind = 'vote_opened' AND o.meeting = d.meeting AND o.vote = d.vote
  JOIN motion_texts t ON t.meeting = o.meeting AND t.motion = o.motion AND t.seq < d.seq
  GROUP BY d.no
),
slips AS MATERIALIZED (
  SELECT decision AS no, body ->> '$.old' AS old, body ->> '$.new' AS new,
    row_number() OVER (PARTITION BY decision ORDER BY seq) AS place
  FROM f WHERE kind = 'text_corrected'
),
-- Each correction of the pen changes the first place where the old words stand.
mended (no, place, text) AS (
  SELECT no, 0, text FROM texts
  UNION ALL
  SELECT m.no, s.place,
    CASE instr(m.text, s.old)
      WHEN 0 THEN m.text
      ELSE substr(m.text, 1, instr(m.text, s.old) - 1) || s.new
        || substr(m.text, instr(m.text, s.old) + length(s.old))
    END
  FROM mended m JOIN slips s ON s.no = m.no AND s.place = m.place + 1
),
final AS (SELECT no, max(place), text FROM mended GROUP BY no),
-- What was taken back is no longer carried out.
carried_out AS (
  SELECT decision AS no, sum(iif(body ->> '$.change.change' = 'undone', -1, 1)) AS changes
  FROM f WHERE kind = 'enacted' GROUP BY decision
),
taken AS (
SELECT
  d.no,
  d.number,
  d.meeting,
  o.motion,
  d.vote,
  m.body ->> '$.matter' AS matter,
  t.text,
  coalesce(m.body ->> '$.effective.on', m.body ->> '$.effective') AS effective,
  -- A correction of the count leaves it as it is until the result is declared anew.
  NOT l.stands AS void,
  -- Election rules and lists of tellers: the meeting has gone by them, nothing is left to be done.
  m.body ->> '$.adopts' IS NOT NULL AS procedural
FROM first d
JOIN f o ON o.kind = 'vote_opened' AND o.meeting = d.meeting AND o.vote = d.vote
JOIN f m ON m.kind = 'moved' AND m.meeting = o.meeting AND m.motion = o.motion
JOIN last l ON l.meeting = d.meeting AND l.vote = d.vote
JOIN final t ON t.no = d.no
UNION ALL
SELECT
  d.no, d.number, d.meeting, 0, 0, a.body ->> '$.new.matter', t.text,
  coalesce(p.body ->> '$.plan.pass.on', p.body ->> '$.plan.pass', 'now'), NOT l.stands, 0
FROM elected d
JOIN f a ON a.kind = 'item_added' AND a.meeting = d.meeting AND a.body ->> '$.item' = d.item
JOIN last_round l ON l.round = d.round
JOIN final t ON t.no = d.no
LEFT JOIN f p ON p.seq = (
  SELECT max(seq) FROM f
  WHERE kind = 'election_planned' AND meeting = d.meeting AND body ->> '$.item' = d.item
)
)
SELECT
  t.no, t.number, t.meeting, t.motion, t.vote, t.matter, t.text, t.void, t.effective,
  CASE
    WHEN t.void THEN 'void'
    WHEN u.decision IS NOT NULL THEN u.status
    WHEN c.changes > 0 OR t.procedural THEN 'enacted'
    ELSE 'open'
  END AS status,
  u.owner,
  u.due
FROM taken t
LEFT JOIN carried_out c ON c.no = t.no
LEFT JOIN follow_ups u ON u.decision = t.no
ORDER BY t.no;

-- proceedings: what stands of a meeting, one row a fact in the order entered; body is the fact as JSON.
CREATE VIEW proceedings AS
SELECT meeting, seq, happened, entered, kind, body
FROM facts
WHERE meeting IS NOT NULL
ORDER BY meeting, seq;

-- Rounds of elections: papers and sums only; what was marked on a paper is nowhere in the book.
CREATE VIEW elections AS
WITH e AS MATERIALIZED (
  SELECT seq, meeting, kind, body ->> '$.item' AS item, body ->> '$.contest' AS contest,
    body ->> '$.round' AS round, body
  FROM facts
  WHERE kind IN ('ballots_issued', 'box_opened', 'round_counted', 'round_recounted', 'round_declared',
    'round_voided', 'sheet_corrected')
),
counted AS (
  SELECT meeting, item, contest, round, max(seq), body FROM e
  WHERE kind IN ('round_counted', 'round_declared') GROUP BY meeting, item, contest, round
),
declared AS (
  SELECT meeting, item, contest, round, max(seq), body FROM e
  WHERE kind = 'round_declared' GROUP BY meeting, item, contest, round
),
ended AS (
  SELECT meeting, item, contest, round, max(seq), kind FROM e GROUP BY meeting, item, contest, round
),
opened AS (
  SELECT meeting, item, contest, round, max(seq), body ->> '$.recovered' AS recovered FROM e
  WHERE kind = 'box_opened' GROUP BY meeting, item, contest, round
)
SELECT
  i.meeting,
  i.item,
  i.contest,
  i.round,
  i.body ->> '$.seats' AS seats,
  i.body ->> '$.printed' AS printed,
  i.body ->> '$.issued' AS issued,
  o.recovered,
  c.body ->> '$.outcome.papers.valid' AS valid,
  c.body ->> '$.outcome.papers.invalid' AS invalid,
  c.body ->> '$.outcome.needed' AS needed,
  CASE x.kind
    WHEN 'ballots_issued' THEN 'issued'
    WHEN 'round_counted' THEN 'counted'
    WHEN 'round_declared' THEN CASE WHEN c.body ->> '$.outcome.valid' THEN 'declared' ELSE 'void' END
    WHEN 'round_voided' THEN 'void'
    ELSE 'counting'
  END AS state,
  CASE x.kind WHEN 'round_declared' THEN
    (SELECT group_concat(n.value ->> '$.name', '、') FROM json_each(d.body, '$.elected') n)
  END AS elected
FROM e i
LEFT JOIN opened o USING (meeting, item, contest, round)
LEFT JOIN counted c USING (meeting, item, contest, round)
LEFT JOIN declared d USING (meeting, item, contest, round)
JOIN ended x USING (meeting, item, contest, round)
WHERE i.kind = 'ballots_issued'
ORDER BY i.seq;
