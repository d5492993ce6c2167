-- New this week
-- Statements from the last 100 articles that were read in these seven days, the newest article first.
SELECT statements.*, passage_link(url, sentence) AS link
FROM statements
WHERE article_id IN (
  SELECT id FROM articles
  WHERE superseded_by IS NULL
    AND read_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-7 days')
  ORDER BY id DESC
  LIMIT 100
)
ORDER BY article_id DESC, statements.id
LIMIT 500
