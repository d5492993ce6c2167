-- Moments are UTC, as 2026-11-23T08:00:00Z; days as 2026-11-23; spans are JSON, [[start, end], ...],
-- in characters of the article's text. docs/archive.md says what each column holds.

CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,
  publisher TEXT NOT NULL,
  site TEXT NOT NULL,
  UNIQUE (publisher, site)
) STRICT;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  headline TEXT NOT NULL,
  byline TEXT NOT NULL,
  publisher TEXT NOT NULL,
  outlet_id INTEGER NOT NULL REFERENCES outlets (id),
  published TEXT,
  language TEXT NOT NULL,
  read_at TEXT NOT NULL,
  open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
  superseded_by INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins)),
  removed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(removed)),
  text TEXT NOT NULL,
  raw_text BLOB
) STRICT;

CREATE UNIQUE INDEX articles_current_url ON articles (url) WHERE superseded_by IS NULL;
CREATE INDEX articles_superseded_by ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX articles_read_at ON articles (read_at);

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, content="articles", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, headline) VALUES (new.id, new.headline);
END;

CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, headline) VALUES ('delete', old.id, old.headline);
END;

CREATE TRIGGER articles_changed AFTER UPDATE OF headline ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, headline) VALUES ('delete', old.id, old.headline);
  INSERT INTO articles_fts (rowid, headline) VALUES (new.id, new.headline);
END;

-- What an article has in common with others: docs/archive.md.
CREATE TABLE signatures (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  signature BLOB NOT NULL
) STRICT;

-- No reference to articles: it would need an index as large as the table. Rows of an article that
-- is gone lead nowhere, since its signature went with it; `store.deleting` takes them out.
CREATE TABLE story_bands (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE same_stories (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX same_stories_other ON same_stories (other_id);

CREATE TABLE shares (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  ts TEXT NOT NULL,
  url TEXT NOT NULL,
  shared_url TEXT NOT NULL,
  user TEXT NOT NULL DEFAULT '',
  thread_ts TEXT NOT NULL DEFAULT '',
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'reading', 'posting', 'done', 'failed')),
  article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  report_ts TEXT NOT NULL DEFAULT '',
  failure TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  created TEXT NOT NULL,
  read_at TEXT,
  UNIQUE (team, channel, ts, url)
) STRICT;

CREATE INDEX shares_article ON shares (article_id, team, private, channel);
CREATE INDEX shares_url ON shares (url);
CREATE INDEX shares_read_at ON shares (read_at);
CREATE INDEX shares_unfinished ON shares (id) WHERE state NOT IN ('done', 'failed');

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place', 'other', 'anonymous'))
) STRICT;

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (entity_id, alias)
) STRICT;

CREATE INDEX aliases_folded ON aliases (folded);

CREATE VIRTUAL TABLE aliases_fts USING fts5 (
  alias, content="aliases", content_rowid="id", tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER aliases_added AFTER INSERT ON aliases BEGIN
  INSERT INTO aliases_fts (rowid, alias) VALUES (new.id, new.alias);
END;

CREATE TRIGGER aliases_removed AFTER DELETE ON aliases BEGIN
  INSERT INTO aliases_fts (aliases_fts, rowid, alias) VALUES ('delete', old.id, old.alias);
END;

CREATE TRIGGER aliases_changed AFTER UPDATE OF alias ON aliases BEGIN
  INSERT INTO aliases_fts (aliases_fts, rowid, alias) VALUES ('delete', old.id, old.alias);
  INSERT INTO aliases_fts (rowid, alias) VALUES (new.id, new.alias);
END;

CREATE TABLE roles (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  UNIQUE (entity_id, role)
) STRICT;

CREATE VIRTUAL TABLE roles_fts USING fts5 (
  role, content="roles", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER roles_added AFTER INSERT ON roles BEGIN
  INSERT INTO roles_fts (rowid, role) VALUES (new.id, new.role);
END;

CREATE TRIGGER roles_removed AFTER DELETE ON roles BEGIN
  INSERT INTO roles_fts (roles_fts, rowid, role) VALUES ('delete', old.id, old.role);
END;

CREATE TRIGGER roles_changed AFTER UPDATE OF role ON roles BEGIN
  INSERT INTO roles_fts (roles_fts, rowid, role) VALUES ('delete', old.id, old.role);
  INSERT INTO roles_fts (rowid, role) VALUES (new.id, new.role);
END;

CREATE TABLE article_entities (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(spans)),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_entities_entity ON article_entities (entity_id, article_id);

CREATE TABLE days (
  day INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE attributions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
  standing TEXT NOT NULL CHECK (standing IN ('stated', 'negated', 'hypothetical', 'asked', 'intended')),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  speaker_id INTEGER REFERENCES entities (id),
  speaker_kind TEXT CHECK (speaker_kind IN ('person', 'organisation', 'anonymous')),
  speaker_sure INTEGER CHECK (speaker_sure IN (0, 1)),
  words INTEGER NOT NULL,
  dated TEXT NOT NULL,
  speaker_name TEXT,
  speaker_role TEXT,
  labels TEXT NOT NULL,
  text TEXT NOT NULL,
  around TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  said_on TEXT,
  said_on_words TEXT NOT NULL DEFAULT '',
  confidence REAL NOT NULL,
  via TEXT CHECK (via IS NULL OR json_valid(via)),
  fate TEXT CHECK (fate IN ('changed', 'vanished'))
) STRICT;

CREATE INDEX attributions_article ON attributions (article_id);
CREATE INDEX attributions_speaker ON attributions (speaker_id) WHERE speaker_id IS NOT NULL;

CREATE VIRTUAL TABLE attributions_fts USING fts5 (
  text, around, speaker_name, speaker_role, labels,
  content="attributions", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER attributions_added AFTER INSERT ON attributions WHEN new.shown BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  VALUES (new.id, new.text, new.around, new.speaker_name, new.speaker_role, new.labels);
END;

CREATE TRIGGER attributions_removed AFTER DELETE ON attributions WHEN old.shown BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  VALUES
    ('delete', old.id, old.text, old.around, old.speaker_name, old.speaker_role, old.labels);
END;

CREATE TABLE mentions (
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  attribution_id INTEGER NOT NULL REFERENCES attributions (id) ON DELETE CASCADE,
  how TEXT NOT NULL CHECK (how IN ('words', 'pronoun', 'sentence')),
  PRIMARY KEY (entity_id, attribution_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_attribution ON mentions (attribution_id);

-- Labels follow what they are made of, whoever changes it: docs/archive.md says how they look.
CREATE VIEW attribution_labels AS
SELECT
  attributions.id,
  'o' || articles.outlet_id
    || coalesce(' s' || attributions.speaker_id, '')
    || coalesce(' ' || attributions.speaker_kind, '')
    || coalesce((
      SELECT group_concat(' ' || substr(how, 1, 2) || entity_id, '')
      FROM mentions WHERE attribution_id = attributions.id
    ), '') AS labels
FROM attributions JOIN articles ON articles.id = attributions.article_id;

CREATE TRIGGER attributions_changed
AFTER UPDATE OF shown, speaker_id, speaker_kind, speaker_name, speaker_role, labels ON attributions
WHEN old.speaker_id IS new.speaker_id AND old.speaker_kind IS new.speaker_kind BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT
    'delete', old.id, old.text, old.around, old.speaker_name, old.speaker_role, old.labels
  WHERE old.shown;
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT new.id, new.text, new.around, new.speaker_name, new.speaker_role, new.labels
  WHERE new.shown;
END;

CREATE TRIGGER attributions_speaker_changed
AFTER UPDATE OF speaker_id, speaker_kind ON attributions
WHEN old.speaker_id IS NOT new.speaker_id OR old.speaker_kind IS NOT new.speaker_kind BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT
    'delete', old.id, old.text, old.around, old.speaker_name, old.speaker_role, old.labels
  WHERE old.shown;
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT new.id, new.text, new.around, new.speaker_name, new.speaker_role, new.labels
  WHERE new.shown;
  UPDATE attributions SET labels = (
    SELECT labels FROM attribution_labels WHERE attribution_labels.id = new.id
  ) WHERE id = new.id;
END;

CREATE TRIGGER mentions_added AFTER INSERT ON mentions WHEN NOT EXISTS (
  SELECT 1 FROM attributions WHERE id = new.attribution_id
  AND instr(labels || ' ', ' ' || substr(new.how, 1, 2) || new.entity_id || ' ')
) BEGIN
  UPDATE attributions SET labels = (
    SELECT labels FROM attribution_labels WHERE attribution_labels.id = new.attribution_id
  ) WHERE id = new.attribution_id;
END;

CREATE TRIGGER mentions_changed AFTER UPDATE ON mentions BEGIN
  UPDATE attributions SET labels = (
    SELECT labels FROM attribution_labels WHERE attribution_labels.id = attributions.id
  ) WHERE id IN (old.attribution_id, new.attribution_id);
END;

CREATE TRIGGER mentions_removed AFTER DELETE ON mentions BEGIN
  UPDATE attributions SET labels = (
    SELECT labels FROM attribution_labels WHERE attribution_labels.id = old.attribution_id
  ) WHERE id = old.attribution_id;
END;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  check_worthiness REAL NOT NULL,
  claimer_id INTEGER REFERENCES entities (id),
  claimer_name TEXT,
  claimer_role TEXT,
  claimer_kind TEXT CHECK (claimer_kind IN ('person', 'organisation', 'anonymous')),
  claimer_sure INTEGER CHECK (claimer_sure IN (0, 1)),
  figures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(figures))
) STRICT;

CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_claimer ON claims (claimer_id) WHERE claimer_id IS NOT NULL;

CREATE TABLE schedules (
  team TEXT NOT NULL,
  channel TEXT NOT NULL,
  at TEXT NOT NULL,
  zone TEXT NOT NULL,
  days TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  last_sent TEXT,
  PRIMARY KEY (team, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  event_id TEXT PRIMARY KEY,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX events_seen ON events (seen);

CREATE VIEW statements AS
SELECT
  attributions.id,
  attributions.text,
  attributions.kind,
  attributions.speaker_name AS speaker,
  attributions.speaker_role AS role,
  attributions.dated,
  substr(articles.text, attributions.sentence_start + 1,
    attributions.sentence_end - attributions.sentence_start) AS sentence,
  articles.headline,
  articles.publisher,
  articles.published,
  articles.url
FROM attributions JOIN articles ON articles.id = attributions.article_id
WHERE attributions.shown;

CREATE VIEW article_claims AS
SELECT
  claims.id,
  claims.article_id,
  substr(articles.text, claims.span_start + 1, claims.span_end - claims.span_start) AS text,
  claims.check_worthiness,
  claims.claimer_id,
  claims.claimer_name AS claimer,
  claims.claimer_role AS role,
  claims.claimer_kind,
  claims.claimer_sure,
  claims.figures,
  articles.headline,
  articles.publisher,
  articles.published,
  articles.url
FROM claims JOIN articles ON articles.id = claims.article_id
WHERE articles.superseded_by IS NULL;
