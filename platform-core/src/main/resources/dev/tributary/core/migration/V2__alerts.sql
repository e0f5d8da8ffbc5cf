CREATE TABLE alert_rules (
  id ${id} NOT NULL PRIMARY KEY,
  declaration ${text} NOT NULL,
  origin ${word} NOT NULL,
  enabled smallint NOT NULL,
  version bigint NOT NULL,
  created_at ${time} NOT NULL,
  updated_at ${time} NOT NULL,
  sampled_at ${time},
  failures integer DEFAULT 0 NOT NULL,
  last_error ${text}
);

CREATE TABLE alert_engine (
  name ${word} NOT NULL PRIMARY KEY,
  position bigint NOT NULL,
  log_time ${time},
  epoch bigint NOT NULL,
  owner ${place},
  paused smallint NOT NULL,
  gaps bigint NOT NULL
);

INSERT INTO alert_engine (name, position, epoch, paused, gaps) VALUES ('alerts', -1, 0, 0, 0);

CREATE TABLE alert_snapshots (
  rule_id ${id} NOT NULL PRIMARY KEY,
  declaration ${text} NOT NULL,
  position bigint NOT NULL,
  log_time ${time} NOT NULL,
  state ${bytes} NOT NULL
);

CREATE TABLE alert_states (
  fingerprint ${word} NOT NULL PRIMARY KEY,
  rule_id ${id} NOT NULL,
  labels ${text} NOT NULL,
  severity ${word} NOT NULL,
  state ${word} NOT NULL,
  active_at ${time},
  last_true_at ${time},
  resolved_at ${time},
  value double precision,
  reason ${text} NOT NULL,
  changed_at ${time} NOT NULL,
  incident_id ${id},
  acknowledged_at ${time},
  acknowledged_by ${place},
  comment_text ${text},
  disarmed smallint DEFAULT 0 NOT NULL
);

CREATE INDEX ix_alert_states_rule ON alert_states (rule_id);

CREATE INDEX ix_alert_states_state ON alert_states (state);

CREATE TABLE alert_history (
  id bigint NOT NULL PRIMARY KEY,
  fingerprint ${word} NOT NULL,
  rule_id ${id} NOT NULL,
  labels ${text} NOT NULL,
  severity ${word} NOT NULL,
  from_state ${word} NOT NULL,
  to_state ${word} NOT NULL,
  at ${time} NOT NULL,
  active_at ${time},
  value double precision,
  reason ${text} NOT NULL,
  recorded_at ${time} NOT NULL,
  notable smallint NOT NULL,
  read_at ${time}
);

CREATE INDEX ix_alert_history_rule ON alert_history (rule_id, id);

CREATE INDEX ix_alert_history_alert ON alert_history (fingerprint, id);

CREATE TABLE anomaly_history (
  id bigint NOT NULL PRIMARY KEY,
  fingerprint ${word} NOT NULL,
  rule_id ${id} NOT NULL,
  labels ${text} NOT NULL,
  at ${time} NOT NULL,
  score double precision NOT NULL,
  observed double precision,
  expected_low double precision,
  expected_high double precision,
  direction ${word} NOT NULL,
  aspect ${place} NOT NULL,
  summary ${text} NOT NULL
);

CREATE INDEX ix_anomaly_history_rule ON anomaly_history (rule_id, id);

CREATE INDEX ix_anomaly_history_at ON anomaly_history (at);

CREATE TABLE alert_groups (
  id ${word} NOT NULL PRIMARY KEY,
  route ${id} NOT NULL,
  labels ${text} NOT NULL,
  due_at ${time},
  sent_at ${time},
  repeat_at ${time},
  repeats bigint DEFAULT 0 NOT NULL
);

CREATE INDEX ix_alert_groups_due ON alert_groups (due_at);

CREATE INDEX ix_alert_groups_repeat ON alert_groups (repeat_at);

CREATE TABLE alert_notices (
  transition_id bigint NOT NULL,
  group_id ${word} NOT NULL,
  channel ${id} NOT NULL,
  fingerprint ${word} NOT NULL,
  labels ${text} NOT NULL,
  annotations ${text} NOT NULL,
  status ${word} NOT NULL,
  reason ${text} NOT NULL,
  notification_id ${id},
  created_at ${time} NOT NULL,
  PRIMARY KEY (transition_id, group_id, channel)
);

CREATE INDEX ix_alert_notices_group ON alert_notices (group_id, status);

CREATE INDEX ix_alert_notices_alert ON alert_notices (fingerprint, transition_id);

CREATE TABLE alert_notifications (
  id ${id} NOT NULL PRIMARY KEY,
  group_id ${word} NOT NULL,
  channel ${id} NOT NULL,
  payload ${text} NOT NULL,
  status ${word} NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at ${time} NOT NULL,
  last_error ${text},
  created_at ${time} NOT NULL,
  delivered_at ${time},
  claimed_by ${place}
);

CREATE INDEX ix_alert_notifications_due ON alert_notifications (status, next_attempt_at);

CREATE TABLE alert_silences (
  id ${id} NOT NULL PRIMARY KEY,
  matchers ${text} NOT NULL,
  starts_at ${time} NOT NULL,
  ends_at ${time} NOT NULL,
  created_by ${place} NOT NULL,
  comment_text ${text} NOT NULL,
  created_at ${time} NOT NULL
);

CREATE TABLE alert_incidents (
  id ${id} NOT NULL PRIMARY KEY,
  title ${text} NOT NULL,
  severity ${word} NOT NULL,
  opened_at ${time} NOT NULL,
  updated_at ${time} NOT NULL,
  closed_at ${time},
  acknowledged_at ${time},
  acknowledged_by ${place}
);

CREATE INDEX ix_alert_incidents_closed ON alert_incidents (closed_at);

CREATE TABLE alert_incident_members (
  incident_id ${id} NOT NULL,
  transition_id bigint NOT NULL,
  fingerprint ${word} NOT NULL,
  joined_at ${time} NOT NULL,
  link ${word} NOT NULL,
  reason ${text} NOT NULL,
  PRIMARY KEY (incident_id, transition_id)
);

CREATE INDEX ix_alert_incident_members_alert ON alert_incident_members (fingerprint);

CREATE TABLE alert_workers (
  id ${place} NOT NULL PRIMARY KEY,
  started_at ${time} NOT NULL,
  heartbeat_at ${time} NOT NULL,
  position bigint NOT NULL,
  rules integer NOT NULL
);

CREATE TABLE metric_receipts (
  receipt_key ${partition} NOT NULL PRIMARY KEY,
  received_at ${time} NOT NULL,
  outcome ${text} NOT NULL
);

CREATE INDEX ix_metric_receipts_received ON metric_receipts (received_at);
