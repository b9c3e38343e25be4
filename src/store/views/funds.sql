-- Views of the funds. Money is text with two places, as everywhere; sums are made of whole
-- hundredths, so that they are exact.

-- funds: every entry by its number. kind is opening, income, spending or reversal; item is the id
-- of the source or use in the charter, for a reversal that of its entry; amount is above nothing,
-- effect what it adds to the balance; reverses is the entry a reversal takes back, reversed_by the
-- reversal of an entry; balance is the balance after the entry, in order of days.
CREATE VIEW funds AS
WITH f AS MATERIALIZED (
  SELECT body ->> '$.no' AS no, kind AS entered, body,
    CAST(replace(body ->> '$.amount', '.', '') AS INTEGER) AS hundredths
  FROM facts
  WHERE kind IN ('funds_opened', 'received', 'spent', 'funds_reversed')
),
o AS (
  -- o.entered and o.body are those of the entry itself, or of the one it reverses.
  SELECT f.no, f.hundredths, f.body AS own, o.body AS body, o.entered,
    f.body ->> '$.of.reversal' AS reverses
  FROM f JOIN f o ON o.no = coalesce(f.body ->> '$.of.reversal', f.no)
),
e AS (
  SELECT o.*,
    CASE WHEN (entered = 'spent') = (reverses IS NULL) THEN -hundredths ELSE hundredths END AS adds
  FROM o
),
run AS (
  SELECT e.*, sum(adds) OVER (
    ORDER BY own ->> '$.day', reverses IS NOT NULL OR entered <> 'funds_opened', no
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS balance
  FROM e
)
SELECT
  no,
  own ->> '$.day' AS day,
  CASE
    WHEN reverses IS NOT NULL THEN 'reversal'
    WHEN entered = 'funds_opened' THEN 'opening'
    WHEN entered = 'received' THEN 'income'
    ELSE 'spending'
  END AS kind,
  coalesce(body ->> '$.of.income', body ->> '$.of.spending') AS item,
  own ->> '$.amount' AS amount,
  printf('%s%d.%02d', CASE WHEN adds < 0 THEN '-' ELSE '' END, abs(adds) / 100, abs(adds) % 100)
    AS effect,
  printf('%s%d.%02d', CASE WHEN balance < 0 THEN '-' ELSE '' END, abs(balance) / 100,
    abs(balance) % 100) AS balance,
  coalesce(own ->> '$.party', '') AS party,
  coalesce(own ->> '$.text', '') AS text,
  body ->> '$.unit' AS unit,
  body ->> '$.document' AS document,
  body ->> '$.decision' AS decision,
  body ->> '$.task' AS task,
  reverses,
  (SELECT r.no FROM f r WHERE r.body ->> '$.of.reversal' = run.no) AS reversed_by
FROM run
ORDER BY no;

-- funds_by_year: what each year began with, what came in and was spent less what was reversed in
-- it, and what was left. A year without entries has no row.
CREATE VIEW funds_by_year AS
WITH f AS MATERIALIZED (
  SELECT CAST(substr(day, 1, 4) AS INTEGER) AS year, kind, reverses, no,
    CAST(replace(effect, '.', '') AS INTEGER) AS adds
  FROM funds
),
o AS (
  SELECT f.year, f.adds, coalesce(r.kind, f.kind) AS kind
  FROM f LEFT JOIN f r ON r.no = f.reverses
),
y AS (
  SELECT year,
    sum(CASE WHEN kind = 'opening' THEN adds ELSE 0 END) AS brought,
    sum(CASE WHEN kind = 'income' THEN adds ELSE 0 END) AS income,
    sum(CASE WHEN kind = 'spending' THEN -adds ELSE 0 END) AS spending,
    count(*) AS entries
  FROM o GROUP BY year
),
run AS (
  SELECT y.*, sum(brought + income - spending) OVER (ORDER BY year) AS closing FROM y
),
figures AS (
  SELECT year, entries, closing - income + spending AS opening, income, spending, closing FROM run
)
SELECT
  year,
  entries,
  printf('%s%d.%02d', CASE WHEN opening < 0 THEN '-' ELSE '' END, abs(opening) / 100,
    abs(opening) % 100) AS opening,
  printf('%s%d.%02d', CASE WHEN income < 0 THEN '-' ELSE '' END, abs(income) / 100,
    abs(income) % 100) AS income,
  printf('%s%d.%02d', CASE WHEN spending < 0 THEN '-' ELSE '' END, abs(spending) / 100,
    abs(spending) % 100) AS spending,
  printf('%s%d.%02d', CASE WHEN closing < 0 THEN '-' ELSE '' END, abs(closing) / 100,
    abs(closing) % 100) AS closing
FROM figures
ORDER BY year;
