-- Views of minutes as a paper: the versions kept in the book, the texts and remarks they were made
-- from, who signed them, and the keys.

-- minutes: every version of the minutes of a meeting, first to last. state is draft, approved,
-- signed (the one who presided and the recorder have) or published, and draft again where the
-- version was taken up again; body is the exact bytes of minutes.json, head_entry and head_sha256
-- the last entry of the log they were compiled from and its seal.
CREATE VIEW minutes AS
WITH f AS MATERIALIZED (
  SELECT seq, meeting, kind, body, body ->> '$.version' AS version FROM facts
  WHERE kind IN ('minutes_issued', 'minutes_approved', 'minutes_signed', 'minutes_signed_with_key',
    'minutes_published', 'minutes_reopened')
),
done AS (
  SELECT meeting, version,
    max(kind = 'minutes_approved') AS approved,
    max(kind LIKE 'minutes_signed%' AND body ->> '$.role' = 'presider') AS presider,
    max(kind LIKE 'minutes_signed%' AND body ->> '$.role' = 'recorder') AS recorder,
    max(kind = 'minutes_published') AS published,
    max(kind = 'minutes_reopened') AS reopened
  FROM f GROUP BY meeting, version
)
SELECT
  f.meeting,
  f.version,
  CASE
    WHEN d.reopened THEN 'draft'
    WHEN d.published THEN 'published'
    WHEN d.presider AND d.recorder THEN 'signed'
    WHEN d.approved THEN 'approved'
    ELSE 'draft'
  END AS state,
  f.body ->> '$.blob' AS sha256,
  f.body ->> '$.size' AS size,
  f.body ->> '$.head_entry' AS head_entry,
  f.body ->> '$.head_sha256' AS head_sha256,
  CAST(b.bytes AS TEXT) AS body
FROM f
JOIN done d ON d.meeting = f.meeting AND d.version = f.version
LEFT JOIN blobs b ON lower(hex(b.sha256)) = f.body ->> '$.blob'
WHERE f.kind = 'minutes_issued'
ORDER BY f.meeting, f.version;

-- wordings: every text the secretary wrote of an item, or of the meeting as a whole (item NULL), in
-- the order entered; lang is zh or en; an empty text takes away the one before; stands is 1 for the
-- one the minutes have.
CREATE VIEW wordings AS
WITH w AS MATERIALIZED (
  SELECT seq, meeting, happened, body ->> '$.item' AS item, body ->> '$.lang' AS lang,
    body ->> '$.text' AS text
  FROM facts WHERE kind = 'minutes_worded'
)
SELECT
  meeting,
  item,
  lang,
  seq,
  happened,
  text,
  text <> '' AND NOT EXISTS (
    SELECT 1 FROM w later
    WHERE later.meeting = w.meeting AND later.item IS w.item AND later.lang = w.lang
      AND later.seq > w.seq
  ) AS stands
FROM w
ORDER BY seq;

-- draft_remarks: what members said about the draft of the minutes. remark is the number in the
-- meeting; unit the member that said it, or said_by who did; answer and taken (0 or 1) are the last answer, NULL
-- where there is none.
CREATE VIEW draft_remarks AS
WITH answers AS (
  SELECT meeting, body ->> '$.remark' AS remark, max(seq), body ->> '$.text' AS answer,
    body ->> '$.taken' AS taken
  FROM facts WHERE kind = 'remark_answered'
  GROUP BY meeting, body ->> '$.remark'
)
SELECT
  f.meeting,
  f.body ->> '$.remark' AS remark,
  f.body ->> '$.of.unit' AS unit,
  coalesce(f.body ->> '$.of.by', '') AS said_by,
  f.body ->> '$.of.item' AS item,
  f.body ->> '$.of.text' AS text,
  a.answer,
  a.taken
FROM facts f
LEFT JOIN answers a ON a.meeting = f.meeting AND a.remark = f.body ->> '$.remark'
WHERE f.kind = 'draft_remarked'
ORDER BY f.meeting, remark;

-- minutes_signatures: who signed which version, in the order entered. role is presider, recorder or
-- teller; means is ink or key; document is the scan of a paper, or a kept signature; key is the
-- fingerprint and manifest the SHA-256 of what was signed, for a key.
CREATE VIEW minutes_signatures AS
SELECT
  meeting,
  body ->> '$.version' AS version,
  body ->> '$.role' AS role,
  body ->> '$.who' AS who,
  CASE kind WHEN 'minutes_signed' THEN 'ink' ELSE 'key' END AS means,
  body ->> '$.day' AS day,
  coalesce(body ->> '$.place', '') AS place,
  coalesce(body ->> '$.scan', body ->> '$.document') AS document,
  body ->> '$.key' AS key,
  body ->> '$.manifest' AS manifest
FROM facts
WHERE kind IN ('minutes_signed', 'minutes_signed_with_key')
ORDER BY seq;

-- keys: public keys in the order bound, each to an office of the charter or to a role (the other is
-- empty). first_day is the first day it holds, withdrawn the first day it no longer does; what was
-- signed between stays signed. line is the key as OpenSSH writes it, without the comment.
CREATE VIEW keys AS
WITH b AS MATERIALIZED (
  SELECT seq, body ->> '$.fingerprint' AS fingerprint, coalesce(body ->> '$.of.office', '') AS office,
    coalesce(body ->> '$.of.role', '') AS role, body ->> '$.of.from' AS first_day,
    body ->> '$.of.key' AS line
  FROM facts WHERE kind = 'key_bound'
),
w AS MATERIALIZED (
  SELECT seq, body ->> '$.key' AS key, body ->> '$.day' AS day, body ->> '$.why' AS why FROM facts
  WHERE kind = 'key_withdrawn'
),
ended AS (
  -- The first withdrawal behind the binding that is not before its first day.
  SELECT b.seq, min(w.seq), w.day, w.why FROM b
  JOIN w ON w.key = b.fingerprint AND w.seq > b.seq AND w.day >= b.first_day
  GROUP BY b.seq
)
SELECT
  b.fingerprint,
  b.office,
  b.role,
  b.first_day,
  e.day AS withdrawn,
  coalesce(e.why, '') AS why,
  b.line
FROM b
LEFT JOIN ended e ON e.seq = b.seq
ORDER BY b.seq;
