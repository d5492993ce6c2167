-- Of a claim is kept what does not follow from its article: who claims it is called as the archive
-- knows them, mostly, and what it is about are places in the article's list of names. Claims are
-- numbered by their article, so that they need no index.

DROP VIEW article_claims;

CREATE TABLE kept_claims (
  id INTEGER PRIMARY KEY,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  thousandths INTEGER NOT NULL,
  claimer_id INTEGER,
  claimer_name TEXT,
  claimer_role TEXT,
  claimer_kind TEXT,
  claimer_sure INTEGER CHECK (claimer_sure IN (0, 1)),
  figures TEXT CHECK (figures IS NULL OR json_valid(figures)),
  about TEXT CHECK (about IS NULL OR json_valid(about)),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  machine TEXT CHECK (machine IS NULL OR json_valid(machine))
) STRICT;

CREATE TEMP TABLE claim_places AS
SELECT id, article_id, row_number() OVER (PARTITION BY article_id ORDER BY id) - 1 AS place
FROM claims;
CREATE UNIQUE INDEX temp.claim_places_id ON claim_places (id);

INSERT INTO kept_claims
SELECT claims.article_id << 16 | place, span_start, span_end, round(check_worthiness * 1000),
  claimer_id,
  nullif(claimer_name, entities.name), nullif(claimer_role, ''),
  nullif(claimer_kind, entities.kind), claimer_sure,
  nullif(replace(figures, ',"exactly",null]', ']'), '[]'),
  (
    SELECT nullif(json_group_array(listed), '[]') FROM (
      SELECT coalesce((
        SELECT position FROM article_entities AS named
        WHERE named.article_id = claims.article_id AND position >= 0 AND named.name = value LIMIT 1
      ), value) AS listed
      FROM json_each(about) ORDER BY key
    )
  ),
  hidden, machine
FROM claims JOIN claim_places USING (id) LEFT JOIN entities ON entities.id = claimer_id
ORDER BY claims.article_id, place;

UPDATE merges SET moved = json_set(moved, '$.claims', (
  SELECT json_group_array(article_id << 16 | place)
  FROM json_each(moved, '$.claims') AS was JOIN claim_places ON claim_places.id = was.value
));

DROP TABLE claims;
DROP TABLE claim_places;

CREATE VIEW claims AS
SELECT
  id,
  id >> 16 AS article_id,
  span_start,
  span_end,
  thousandths / 1000.0 AS check_worthiness,
  claimer_id,
  coalesce(claimer_name, (SELECT name FROM entities WHERE id = claimer_id)) AS claimer_name,
  iif(claimer_sure IS NULL, NULL, coalesce(claimer_role, '')) AS claimer_role,
  coalesce(claimer_kind, (SELECT kind FROM entities WHERE id = claimer_id)) AS claimer_kind,
  claimer_sure,
  coalesce(figures, '[]') AS figures,
  (
    SELECT json_group_array(name) FROM (
      SELECT iif(type = 'integer', (
        SELECT name FROM article_entities AS named
        WHERE named.article_id = kept_claims.id >> 16 AND position = value
      ), value) AS name
      FROM json_each(about) ORDER BY key
    ) WHERE name IS NOT NULL
  ) AS about,
  hidden,
  machine
FROM kept_claims;

CREATE TRIGGER claims_changed INSTEAD OF UPDATE ON claims BEGIN
  UPDATE kept_claims SET
    claimer_id = new.claimer_id,
    claimer_name = nullif(new.claimer_name, (SELECT name FROM entities WHERE id = new.claimer_id)),
    claimer_role = nullif(new.claimer_role, ''),
    claimer_kind = nullif(new.claimer_kind, (SELECT kind FROM entities WHERE id = new.claimer_id)),
    claimer_sure = new.claimer_sure,
    hidden = new.hidden,
    machine = new.machine
  WHERE id = old.id;
END;

CREATE TRIGGER claims_removed INSTEAD OF DELETE ON claims BEGIN
  DELETE FROM kept_claims WHERE id = old.id;
END;

-- What an article calls a claimer stays, whatever becomes of the entity.
CREATE TRIGGER claimers_renamed BEFORE UPDATE OF name, kind ON entities BEGIN
  UPDATE kept_claims SET
    claimer_name = coalesce(claimer_name, old.name), claimer_kind = coalesce(claimer_kind, old.kind)
  WHERE claimer_id = old.id AND id IN (
    SELECT kept.id FROM presences JOIN kept_claims AS kept
      ON kept.id BETWEEN article_id << 16 AND article_id << 16 | 65535
    WHERE entity_id = old.id
  );
END;

CREATE TRIGGER claims_leave AFTER DELETE ON articles BEGIN
  DELETE FROM kept_claims WHERE id BETWEEN old.id << 16 AND old.id << 16 | 65535;
END;

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
