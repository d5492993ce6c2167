-- A slip may be of a word that only headlines have.
CREATE VIRTUAL TABLE articles_fts_words USING fts5vocab (articles_fts, row);
