CREATE TABLE window_states (
  rule_id ${id} NOT NULL PRIMARY KEY,
  revision bigint NOT NULL
);

CREATE TABLE window_records (
  rule_id ${id} NOT NULL,
  series bigint NOT NULL,
  part integer NOT NULL,
  state ${bytes} NOT NULL,
  PRIMARY KEY (rule_id, series, part)
);
