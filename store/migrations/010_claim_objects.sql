-- What a claim is about: the names of the entities in it, but for its claimer.

ALTER TABLE claims ADD COLUMN about TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(about));
