-- New this week
-- Statements from articles that were read in the last seven days, the newest article first.
SELECT statements.*, passage_link(url, sentence) AS link
FROM statements
WHERE article_id IN (
  SELECT id FROM articles WHERE read_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-7 days')
)
ORDER BY article_id DESC, statements.id
LIMIT 500
