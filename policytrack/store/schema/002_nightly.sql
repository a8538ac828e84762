-- For nightly work: why articles were cut where they were, conditional requests, inputs that failed, reprints.
-- `failures`, `reprints` and `reprint_bands` are state like `cursors`: they can be rebuilt by reading everything again.

ALTER TABLE versions ADD COLUMN why TEXT;            -- why the article begins and ends where it does, in words
ALTER TABLE cursors ADD COLUMN etag TEXT;            -- what a server said of a page, for asking whether it has changed
ALTER TABLE cursors ADD COLUMN last_modified TEXT;

-- Inputs whose newest attempt failed, with all that is needed to try them again.
CREATE TABLE failures (
  origin TEXT PRIMARY KEY,
  options TEXT NOT NULL,            -- JSON: what the user said about the input
  mtime_ns INTEGER NOT NULL,        -- its stat at that attempt; 0 where it has none
  size INTEGER NOT NULL,
  attempts INTEGER NOT NULL,        -- with this stat; from the third on an unchanged file is left alone
  lasting INTEGER NOT NULL,         -- 1 when only a change of the file can help
  reason TEXT NOT NULL,
  hint TEXT NOT NULL,
  program TEXT NOT NULL,            -- version of policytrack
  first_run INTEGER NOT NULL REFERENCES runs(id),
  run INTEGER NOT NULL REFERENCES runs(id)
) WITHOUT ROWID;

-- Articles that print much the same text share a cluster: the lowest number among them.
CREATE TABLE reprints (
  article INTEGER PRIMARY KEY REFERENCES articles(id),
  cluster INTEGER NOT NULL
);
CREATE INDEX reprints_cluster ON reprints(cluster);

-- MinHash bands: two articles with a band in common may be reprints; their texts decide.
CREATE TABLE reprint_bands (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(id),
  PRIMARY KEY (band, article)
) WITHOUT ROWID;
