-- By speaker
-- Who said how much, in how many articles, and when: the first 300. A name leads to the speaker's page.
WITH said AS (
  SELECT
    speaker_id,
    count(*) AS statements,
    sum(kind != 'indirect') AS quotes,
    count(DISTINCT article_id) AS articles,
    substr(min(dated), 1, 10) AS first,
    substr(max(dated), 1, 10) AS last
  FROM attributions
  WHERE shown AND speaker_kind != 'anonymous'
    AND (:name = '' OR speaker_id IN (
      SELECT entity_id FROM aliases WHERE folded LIKE '%' || folded_name(:name) || '%'
    ))
  GROUP BY speaker_id
  ORDER BY statements DESC, last DESC
  LIMIT 300
)
SELECT
  name AS speaker,
  (SELECT role FROM roles WHERE entity_id = speaker_id ORDER BY id DESC LIMIT 1) AS role,
  statements, quotes, articles, first, last, speaker_id
FROM said JOIN entities ON entities.id = speaker_id
ORDER BY statements DESC, last DESC
