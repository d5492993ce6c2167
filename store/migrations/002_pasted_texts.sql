-- A pasted text is kept with its share until it is answered; then its article holds it.

ALTER TABLE shares ADD COLUMN text TEXT NOT NULL DEFAULT '';

CREATE INDEX shares_failed ON shares (team, channel, thread_ts) WHERE failure != '';
