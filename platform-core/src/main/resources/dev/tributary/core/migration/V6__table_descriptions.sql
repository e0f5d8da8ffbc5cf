CREATE TABLE table_descriptions (
  id ${id} NOT NULL PRIMARY KEY,
  table_name ${place} NOT NULL,
  model ${place} NOT NULL,
  said ${text} NOT NULL,
  described_at ${time} NOT NULL
);
