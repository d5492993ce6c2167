-- Most articles call somebody by the name, and take them for the kind, that the archive knows them
-- by. What is the same as there, or usual, is not kept with each article; the view has all of it.

CREATE TABLE presences (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  name TEXT,
  kind TEXT,
  role TEXT,
  aliases TEXT CHECK (aliases IS NULL OR json_valid(aliases)),
  joined TEXT,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO presences
SELECT article_id, position, entity_id, spans,
  nullif(article_entities.name, entities.name), nullif(article_entities.kind, entities.kind),
  nullif(role, ''), nullif(aliases, '[]'), iif(joined = 'same name', '', joined)
FROM article_entities JOIN entities ON entities.id = entity_id
ORDER BY article_id, position;

DROP TABLE article_entities;

CREATE VIEW article_entities AS
SELECT
  article_id,
  entity_id,
  position,
  coalesce(presences.name, entities.name) AS name,
  coalesce(role, '') AS role,
  coalesce(aliases, '[]') AS aliases,
  spans,
  coalesce(presences.kind, entities.kind) AS kind,
  iif(joined = '', 'same name', joined) AS joined
FROM presences LEFT JOIN entities ON entities.id = entity_id;

CREATE INDEX presences_entity ON presences (entity_id, article_id);
CREATE INDEX presences_joined ON presences (article_id DESC) WHERE joined > '';

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

CREATE TRIGGER entities_renamed BEFORE UPDATE OF name, kind ON entities BEGIN
  UPDATE presences SET name = coalesce(name, old.name), kind = coalesce(kind, old.kind)
  WHERE entity_id = old.id;
END;
