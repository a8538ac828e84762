-- The first schema. This file is never edited once released: later changes are files with higher numbers.
-- Offsets are code points, end exclusive; days are ISO texts; periods are start/end, both inclusive, .. for an open end.
-- Nothing is overwritten. Only `cursors` and `heads` are state: both can be rebuilt from the other tables and the files.

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,            -- ingest | retag
  arguments TEXT NOT NULL,          -- JSON: the inputs and options as given
  started_at TEXT NOT NULL,         -- UTC
  program TEXT NOT NULL,            -- version of policytrack
  lexicon TEXT NOT NULL             -- digest of the lexicon files
);

-- How a run ended; a run without a row was killed or is still going on.
CREATE TABLE run_ends (
  run INTEGER PRIMARY KEY REFERENCES runs(id),
  ended_at TEXT NOT NULL,
  status TEXT NOT NULL              -- done | some_failed | interrupted | failed
);

-- Runs taken back. Their rows stay; the views leave them out.
CREATE TABLE run_undos (
  run INTEGER PRIMARY KEY REFERENCES runs(id),
  undone_at TEXT NOT NULL
);

-- What became of every input of a run. Unchanged inputs share one row whose origin is * and which counts them: a nightly
-- run over 100,000 old files must not add as many rows.
CREATE TABLE run_inputs (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs(id),
  origin TEXT NOT NULL,             -- path or URL, - for standard input
  outcome TEXT NOT NULL,            -- added | changed | unchanged | failed
  reason TEXT,                      -- of a failure
  hint TEXT,                        -- what to do about it
  articles INTEGER NOT NULL DEFAULT 0   -- articles added or changed; for * the inputs that were unchanged
);
CREATE INDEX run_inputs_run ON run_inputs(run);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,            -- bytes
  run INTEGER NOT NULL REFERENCES runs(id)
);
CREATE INDEX documents_sha256 ON documents(sha256);

-- What a file looked like when it was last read, so that an unchanged file costs a stat.
CREATE TABLE cursors (
  origin TEXT NOT NULL,
  options TEXT NOT NULL,            -- digest of the options it was read with
  mtime_ns INTEGER NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs(id),
  PRIMARY KEY (origin, options)
) WITHOUT ROWID;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,           -- what `policytrack show` takes
  identity TEXT NOT NULL UNIQUE,    -- url:… | id:… | head:… | file:… | text:…
  run INTEGER NOT NULL REFERENCES runs(id)
);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(id),
  content_sha256 TEXT NOT NULL,     -- of everything below but document and run
  given_id TEXT,                    -- the id the input gave
  title TEXT NOT NULL,
  byline TEXT,
  text TEXT NOT NULL,
  published TEXT,
  published_how TEXT NOT NULL,      -- given | stated | inferred | unknown
  source TEXT,
  place TEXT,                       -- GB/T 2260 code, else a name
  url TEXT,
  headline_only INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(id),
  run INTEGER NOT NULL REFERENCES runs(id)
);
CREATE INDEX versions_article ON versions(article);
CREATE INDEX versions_content ON versions(content_sha256);
CREATE INDEX versions_published ON versions(published);
CREATE INDEX versions_run ON versions(run);

-- One reading of one version by one run. All but the unattached numerals of the ledger are only counted here: they are
-- re-read from the text in microseconds, and stored they would be two thirds of the database.
CREATE TABLE extractions (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions(id),
  run INTEGER NOT NULL REFERENCES runs(id),
  lexicon TEXT NOT NULL,
  numerals INTEGER NOT NULL
);
CREATE INDEX extractions_version ON extractions(version);
CREATE INDEX extractions_run ON extractions(run);

-- The newest version of every article and its newest reading, of runs that were not undone.
CREATE TABLE heads (
  article INTEGER PRIMARY KEY REFERENCES articles(id),
  version INTEGER NOT NULL REFERENCES versions(id),
  extraction INTEGER NOT NULL UNIQUE REFERENCES extractions(id)
);
CREATE INDEX heads_version ON heads(version);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  name TEXT NOT NULL,               -- a3; the action is shown as 12.a3 after its article
  type TEXT NOT NULL,
  stage TEXT,
  realis TEXT NOT NULL,             -- done | planned | background
  "where" TEXT NOT NULL,            -- text | title
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  actor TEXT,
  actor_how TEXT,
  actor_level TEXT,
  target TEXT,
  ref_area TEXT,
  time_period TEXT,
  time_start TEXT,
  time_end TEXT,
  day TEXT,                         -- what periods select by: time_end, else time_start, else the day of publication
  documents TEXT NOT NULL,          -- JSON list
  figures TEXT NOT NULL,            -- JSON list of figure names
  rule TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE INDEX actions_extraction ON actions(extraction);
CREATE INDEX actions_type ON actions(type, day, extraction);
CREATE INDEX actions_day ON actions(day, extraction);

CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  name TEXT NOT NULL,               -- f5; the figure is shown as 12.f5 after its article
  "where" TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  quote TEXT NOT NULL,              -- the sentence it stands in
  quote_start INTEGER NOT NULL,
  obs_value TEXT NOT NULL,          -- exact decimal; of a printed range its lower end
  value_to TEXT,                    -- the upper end of a printed range
  value_low TEXT NOT NULL,          -- the rounding interval of the printed digits
  value_high TEXT NOT NULL,
  value_sort REAL NOT NULL,         -- obs_value as a float, signed for growth and change: for sorting and filtering only
  unit_measure TEXT NOT NULL,
  unit_mult INTEGER NOT NULL,
  decimals INTEGER NOT NULL,
  dimension TEXT NOT NULL,
  currency TEXT,
  bound TEXT NOT NULL,
  kind TEXT NOT NULL,
  sign INTEGER NOT NULL,
  indicator TEXT,
  breakdown TEXT,
  time_period TEXT,
  time_start TEXT,                  -- null when open or unknown
  time_end TEXT,
  day TEXT,                         -- what periods select by: time_end, else time_start, else the day of publication
  period_how TEXT NOT NULL,
  accumulation TEXT NOT NULL,
  basis TEXT,
  basis_how TEXT,
  base_per TEXT,
  denominator TEXT,
  obs_status TEXT NOT NULL,         -- actual | target | capacity | demand
  direction TEXT,
  organisation TEXT,
  ref_area TEXT,                    -- its own place, else its article's
  ref_area_stated INTEGER NOT NULL, -- 1 when the place is its own
  action_type TEXT,
  action TEXT,                      -- a3: the action of the same extraction
  rule TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE INDEX figures_extraction ON figures(extraction);
CREATE INDEX figures_indicator ON figures(indicator, unit_measure, ref_area, day, value_sort, extraction);
CREATE INDEX figures_place ON figures(ref_area, day, indicator, unit_measure, value_sort, extraction);
CREATE INDEX figures_day ON figures(day, extraction);
CREATE INDEX figures_type ON figures(action_type, unit_measure, value_sort, extraction);

CREATE TABLE numerals (
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  class TEXT NOT NULL               -- unattached, see extractions
);
CREATE INDEX numerals_extraction ON numerals(extraction);

CREATE TABLE audits (
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  template TEXT NOT NULL,
  figures TEXT NOT NULL,            -- JSON list of figure names
  verdict TEXT NOT NULL,
  derived TEXT NOT NULL,            -- JSON list of {name, low, high, unit}
  note TEXT NOT NULL
);
CREATE INDEX audits_extraction ON audits(extraction);

-- What reviewers decided. Rows name the span in the text, not an extraction, so that decisions outlive a retag.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES versions(id),
  item TEXT NOT NULL,               -- action | figure | numeral
  "where" TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  decision TEXT NOT NULL,           -- accept | edit | reject | undo
  changes TEXT NOT NULL,            -- JSON: column → value, of an edit
  undoes INTEGER REFERENCES corrections(id)
);
CREATE INDEX corrections_version ON corrections(version);

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  location TEXT NOT NULL,           -- path, glob or URL
  options TEXT NOT NULL,            -- JSON: place, published_from, format, encoding
  added_at TEXT NOT NULL,
  removed_at TEXT
);
CREATE UNIQUE INDEX sources_name ON sources(name) WHERE removed_at IS NULL;

-- Full text: each character is a token, so that Chinese words of any length are phrases. The row number is the version's.
CREATE VIRTUAL TABLE fulltext USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0');

CREATE VIEW current_articles AS
  SELECT a.id AS article, v.id AS version, h.extraction AS extraction, v.title, v.byline, v.text, v.published,
    v.published_how, v.source, v.place, v.url, v.headline_only, v.given_id, a.identity, v.document, v.run
  FROM heads h JOIN articles a ON a.id = h.article JOIN versions v ON v.id = h.version;

CREATE VIEW current_actions AS
  SELECT h.article AS article, h.version AS version, t.* FROM actions t JOIN heads h ON h.extraction = t.extraction;

CREATE VIEW current_figures AS
  SELECT h.article AS article, h.version AS version, t.* FROM figures t JOIN heads h ON h.extraction = t.extraction;

CREATE VIEW current_audits AS
  SELECT h.article AS article, h.version AS version, t.* FROM audits t JOIN heads h ON h.extraction = t.extraction;

CREATE VIEW current_numerals AS
  SELECT h.article AS article, h.version AS version, t.* FROM numerals t JOIN heads h ON h.extraction = t.extraction;

-- For people who query with other tools: one line a figure or action, with everything needed to read it.
CREATE VIEW figures_view AS
  SELECT f.article || '.' || f.name AS id, f.article, f.indicator, f.breakdown, f.kind, f.obs_value, f.value_to,
    CASE f.sign WHEN -1 THEN 'decrease' ELSE '' END AS direction_of_change, f.unit_measure, f.bound, f.time_period,
    f.accumulation, f.basis, f.obs_status, f.ref_area, f.organisation, f.action_type,
    CASE WHEN f.action IS NULL THEN NULL ELSE f.article || '.' || f.action END AS action, f.surface, f.quote,
    v.title, v.source, v.published, f.rule, f.confidence, f.value_low, f.value_high, f.value_sort
  FROM current_figures f JOIN versions v ON v.id = f.version;

CREATE VIEW actions_view AS
  SELECT t.article || '.' || t.name AS id, t.article, t.type, t.stage, t.realis, t.actor, t.actor_level, t.target,
    t.ref_area, t.time_period, t.quote, t.documents, t.figures, v.title, v.source, v.published, t.rule, t.confidence
  FROM current_actions t JOIN versions v ON v.id = t.version;
