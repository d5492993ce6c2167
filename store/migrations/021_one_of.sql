-- "One of them", "the other": who is called so is one of a group that spoke before. The full-text
-- index finds them too, but passes over every source without a name on the way.

CREATE INDEX attributions_one_of ON attributions (id) WHERE speaker_kind = 'anonymous' AND (
  lower(speaker_name) GLOB 'one*' OR lower(speaker_name) GLOB 'another*'
  OR lower(speaker_name) GLOB 'the other*'
  OR lower(speaker_name) GLOB '* second*' OR lower(speaker_name) GLOB '* third*'
);
