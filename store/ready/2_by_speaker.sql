-- By speaker
-- Who said how much, in how many articles and outlets, and when. A name leads to the speaker's page.
SELECT
  entities.name AS speaker,
  (SELECT role FROM roles WHERE entity_id = entities.id ORDER BY id DESC LIMIT 1) AS role,
  count(*) AS statements,
  sum(attributions.kind != 'indirect') AS quotes,
  count(DISTINCT article_id) AS articles,
  count(DISTINCT publisher) AS outlets,
  substr(min(attributions.dated), 1, 10) AS first,
  substr(max(attributions.dated), 1, 10) AS last,
  speaker_id
FROM attributions
  JOIN entities ON entities.id = speaker_id
  JOIN articles ON articles.id = article_id
WHERE shown AND entities.kind != 'anonymous'
  AND (:name = '' OR speaker_id IN (
    SELECT entity_id FROM aliases WHERE folded LIKE '%' || folded_name(:name) || '%'
  ))
GROUP BY speaker_id
ORDER BY statements DESC, last DESC
LIMIT 500
