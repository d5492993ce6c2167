-- Moments are UTC, as 2026-11-23T08:00:00Z; days as 2026-11-23; spans are JSON, [[start, end], ...],
-- in characters of the article's text. docs/archive.md says what each column holds.

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL,
  headline TEXT NOT NULL,
  byline TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published TEXT,
  language TEXT NOT NULL,
  read_at TEXT NOT NULL,
  open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
  superseded_by INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins)),
  removed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(removed)),
  text TEXT NOT NULL,
  raw_text TEXT
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

CREATE TABLE story_bands (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_bands_article ON story_bands (article_id);

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

CREATE TABLE attributions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
  standing TEXT NOT NULL CHECK (standing IN ('stated', 'negated', 'hypothetical', 'asked', 'intended')),
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  around TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  speaker_id INTEGER REFERENCES entities (id),
  speaker_name TEXT,
  speaker_role TEXT,
  speaker_kind TEXT CHECK (speaker_kind IN ('person', 'organisation', 'anonymous')),
  speaker_sure INTEGER CHECK (speaker_sure IN (0, 1)),
  said_on TEXT,
  said_on_words TEXT NOT NULL DEFAULT '',
  dated TEXT NOT NULL,
  confidence REAL NOT NULL,
  shown INTEGER NOT NULL CHECK (shown IN (0, 1))
) STRICT;

CREATE INDEX attributions_article ON attributions (article_id);
CREATE INDEX attributions_speaker ON attributions (speaker_id, shown, dated);
CREATE INDEX attributions_dated ON attributions (shown, dated);

CREATE VIRTUAL TABLE attributions_fts USING fts5 (
  text, around,
  content="attributions", content_rowid="id",
  tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER attributions_added AFTER INSERT ON attributions WHEN new.shown BEGIN
  INSERT INTO attributions_fts (rowid, text, around) VALUES (new.id, new.text, new.around);
END;

CREATE TRIGGER attributions_removed AFTER DELETE ON attributions WHEN old.shown BEGIN
  INSERT INTO attributions_fts (attributions_fts, rowid, text, around)
  VALUES ('delete', old.id, old.text, old.around);
END;

CREATE TRIGGER attributions_hidden AFTER UPDATE OF shown ON attributions
WHEN old.shown AND NOT new.shown BEGIN
  INSERT INTO attributions_fts (attributions_fts, rowid, text, around)
  VALUES ('delete', old.id, old.text, old.around);
END;

CREATE TRIGGER attributions_back AFTER UPDATE OF shown ON attributions
WHEN new.shown AND NOT old.shown BEGIN
  INSERT INTO attributions_fts (rowid, text, around) VALUES (new.id, new.text, new.around);
END;

CREATE TABLE mentions (
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  attribution_id INTEGER NOT NULL REFERENCES attributions (id) ON DELETE CASCADE,
  how TEXT NOT NULL CHECK (how IN ('words', 'pronoun', 'sentence')),
  PRIMARY KEY (entity_id, attribution_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_attribution ON mentions (attribution_id);

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
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
CREATE INDEX claims_claimer ON claims (claimer_id);

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
