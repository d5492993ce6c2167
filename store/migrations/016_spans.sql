-- Where an article names somebody is kept as text: "10,8 71,4" begins at 10 and has 8 characters, ...

DROP VIEW article_entities;
CREATE TEMP TABLE old_presences AS SELECT * FROM presences;
DROP TABLE presences;

CREATE TABLE presences (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  spans TEXT NOT NULL,
  name TEXT,
  kind TEXT,
  role TEXT,
  aliases TEXT CHECK (aliases IS NULL OR json_valid(aliases)),
  joined TEXT,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO presences
SELECT article_id, position, entity_id, coalesce((
    SELECT group_concat((value ->> 0) || ',' || ((value ->> 1) - (value ->> 0)), ' ')
    FROM json_each(spans)
  ), ''), name, kind, role, aliases, joined
FROM old_presences ORDER BY article_id, position;
DROP TABLE old_presences;

CREATE INDEX presences_entity ON presences (entity_id, article_id);
CREATE INDEX presences_joined ON presences (article_id DESC) WHERE joined > '';

CREATE VIEW article_entities AS
SELECT
  article_id,
  entity_id,
  position,
  coalesce(presences.name, entities.name) AS name,
  coalesce(role, '') AS role,
  coalesce(aliases, '[]') AS aliases,
  iif(spans = '', '[]', (
    SELECT json_group_array(json_array(value ->> 0, (value ->> 0) + (value ->> 1)))
    FROM json_each('[[' || replace(spans, ' ', '],[') || ']]')
  )) AS spans,
  iif(spans = '', 0, 1 + length(spans) - length(replace(spans, ' ', ''))) AS times,
  coalesce(presences.kind, entities.kind) AS kind,
  iif(joined = '', 'same name', joined) AS joined
FROM presences LEFT JOIN entities ON entities.id = entity_id;

-- What an article says of somebody stays, whatever becomes of the entity.
CREATE TRIGGER presences_moved AFTER UPDATE OF entity_id ON presences BEGIN
  UPDATE presences SET
    name = nullif(
      coalesce(new.name, (SELECT name FROM entities WHERE id = old.entity_id)),
      (SELECT name FROM entities WHERE id = new.entity_id)
    ),
    kind = nullif(
      coalesce(new.kind, (SELECT kind FROM entities WHERE id = old.entity_id)),
      (SELECT kind FROM entities WHERE id = new.entity_id)
    )
  WHERE article_id = new.article_id AND position = new.position;
END;
