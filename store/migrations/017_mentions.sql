-- Whatever a statement is about its article names: statements about an entity are found by way of
-- the articles that do, and mentions need no second index.

CREATE TEMP TABLE old_mentions AS SELECT * FROM mentions ORDER BY attribution_id, entity_id;
DROP TABLE mentions;

CREATE TABLE mentions (
  attribution_id INTEGER NOT NULL REFERENCES attributions (id) ON DELETE CASCADE,
  entity_id INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('wo', 'pr', 'se')),
  PRIMARY KEY (attribution_id, entity_id)
) STRICT, WITHOUT ROWID;

INSERT INTO mentions SELECT attribution_id, entity_id, substr(how, 1, 2) FROM old_mentions;
DROP TABLE old_mentions;

CREATE TRIGGER presences_leave BEFORE DELETE ON presences BEGIN
  DELETE FROM mentions WHERE entity_id = old.entity_id
    AND attribution_id IN (SELECT id FROM attributions WHERE article_id = old.article_id)
    AND NOT EXISTS (
      SELECT 1 FROM presences
      WHERE article_id = old.article_id AND entity_id = old.entity_id AND position != old.position
    );
END;

CREATE TRIGGER mentions_add BEFORE INSERT ON mentions WHEN NOT EXISTS (
  SELECT 1 FROM mentions
  WHERE entity_id = new.entity_id AND attribution_id = new.attribution_id
) BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = new.attribution_id;
END;

CREATE TRIGGER mentions_added AFTER INSERT ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = new.attribution_id;
END;

CREATE TRIGGER mentions_change BEFORE UPDATE ON mentions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id IN (old.attribution_id, new.attribution_id);
END;

CREATE TRIGGER mentions_changed AFTER UPDATE ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id IN (old.attribution_id, new.attribution_id);
END;

CREATE TRIGGER mentions_leave BEFORE DELETE ON mentions BEGIN
  INSERT INTO attributions_fts
    (attributions_fts, rowid, text, around, speaker_name, speaker_role, labels)
  SELECT 'delete', * FROM indexed_words WHERE id = old.attribution_id;
END;

CREATE TRIGGER mentions_removed AFTER DELETE ON mentions BEGIN
  INSERT INTO attributions_fts (rowid, text, around, speaker_name, speaker_role, labels)
  SELECT * FROM indexed_words WHERE id = old.attribution_id;
END;
