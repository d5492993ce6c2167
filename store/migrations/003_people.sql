-- Who is who: by which keys an article's names are found again, what was joined, and what people decided.

CREATE TABLE entity_keys (
  key TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  PRIMARY KEY (key, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_keys_entity ON entity_keys (entity_id);

ALTER TABLE article_entities ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE article_entities SET kind = (SELECT kind FROM entities WHERE id = entity_id);
ALTER TABLE article_entities ADD COLUMN joined TEXT;

CREATE INDEX article_entities_joined ON article_entities (article_id DESC)
WHERE joined IS NOT NULL AND joined != 'same name';

CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL CHECK (act IN ('merge', 'split')),
  kept_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  other_id INTEGER REFERENCES entities (id) ON DELETE SET NULL,
  other_name TEXT NOT NULL,
  other_kind TEXT NOT NULL,
  made TEXT NOT NULL,
  made_by TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '',
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  keys TEXT NOT NULL CHECK (json_valid(keys)),
  newest_article INTEGER NOT NULL,
  undone TEXT,
  undone_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX merges_kept ON merges (kept_id);
CREATE INDEX merges_other ON merges (other_id) WHERE other_id IS NOT NULL;
