-- How each direct quote begins, so that other articles with the same one are found.
ALTER TABLE attributions ADD COLUMN opening INTEGER;

UPDATE attributions SET opening = (
  SELECT opening(said.text) FROM attribution_words AS said WHERE said.id = attributions.id
) WHERE kind = 'direct';

CREATE INDEX attributions_opening ON attributions (opening) WHERE opening IS NOT NULL;
