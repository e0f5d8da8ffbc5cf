CREATE TABLE data_centers (
  id ${id} NOT NULL PRIMARY KEY,
  name ${text} NOT NULL,
  status ${word} NOT NULL,
  last_sync ${time},
  created_at ${time} NOT NULL,
  updated_at ${time} NOT NULL
);

CREATE TABLE sources (
  id ${id} NOT NULL PRIMARY KEY,
  data_center_id ${id} NOT NULL,
  kind ${word} NOT NULL,
  stream ${stream} NOT NULL,
  dataset ${word} NOT NULL,
  cadence_seconds double precision,
  paused smallint DEFAULT 0 NOT NULL,
  paused_reason ${text},
  consecutive_failures integer DEFAULT 0 NOT NULL,
  last_run_started_at ${time},
  last_success_at ${time},
  last_event_time ${time},
  last_new_data_at ${time},
  freshness ${word},
  freshness_cause ${word},
  generation bigint DEFAULT 0 NOT NULL,
  created_at ${time} NOT NULL,
  updated_at ${time} NOT NULL
);

CREATE INDEX ix_sources_data_center ON sources (data_center_id);

CREATE TABLE ingestion_runs (
  id ${id} NOT NULL PRIMARY KEY,
  source_id ${id} NOT NULL,
  data_center_id ${id} NOT NULL,
  status ${word} NOT NULL,
  trigger_kind ${word} NOT NULL,
  started_at ${time} NOT NULL,
  finished_at ${time},
  records_read bigint DEFAULT 0 NOT NULL,
  records_ingested bigint DEFAULT 0 NOT NULL,
  records_unchanged bigint DEFAULT 0 NOT NULL,
  records_quarantined bigint DEFAULT 0 NOT NULL,
  records_deleted bigint DEFAULT 0 NOT NULL,
  progress integer,
  errors ${text} NOT NULL
);

CREATE INDEX ix_ingestion_runs_source ON ingestion_runs (source_id, started_at);

CREATE INDEX ix_ingestion_runs_status ON ingestion_runs (status, started_at);

CREATE TABLE schema_registry (
  table_name ${place} NOT NULL,
  version integer NOT NULL,
  columns ${text} NOT NULL,
  details ${text} NOT NULL,
  created_at ${time} NOT NULL,
  PRIMARY KEY (table_name, version)
);

CREATE TABLE checkpoints (
  source_id ${id} NOT NULL,
  stream ${stream} NOT NULL,
  partition_name ${partition} NOT NULL,
  state ${text} NOT NULL,
  revision bigint NOT NULL,
  updated_at ${time} NOT NULL,
  PRIMARY KEY (source_id, stream, partition_name)
);

CREATE TABLE quarantine (
  id ${identity},
  source_id ${id} NOT NULL,
  run_id ${id} NOT NULL,
  position ${text} NOT NULL,
  raw ${text} NOT NULL,
  raw_format ${word} NOT NULL,
  reason ${word} NOT NULL,
  message ${text} NOT NULL,
  row_key ${text},
  content_hash ${word} NOT NULL,
  outcome ${word},
  quarantined_at ${time} NOT NULL,
  replayed_at ${time}
);

CREATE INDEX ix_quarantine_source ON quarantine (source_id, id);

CREATE INDEX ix_quarantine_content ON quarantine (source_id, content_hash);

CREATE INDEX ix_quarantine_run ON quarantine (run_id);

CREATE TABLE upload_jobs (
  id ${id} NOT NULL PRIMARY KEY,
  source_id ${id} NOT NULL,
  file_name ${text} NOT NULL,
  path ${text} NOT NULL,
  status ${word} NOT NULL,
  progress integer DEFAULT 0 NOT NULL,
  run_id ${id},
  records_read bigint DEFAULT 0 NOT NULL,
  records_ingested bigint DEFAULT 0 NOT NULL,
  records_unchanged bigint DEFAULT 0 NOT NULL,
  records_quarantined bigint DEFAULT 0 NOT NULL,
  records_deleted bigint DEFAULT 0 NOT NULL,
  error ${text},
  created_at ${time} NOT NULL,
  updated_at ${time} NOT NULL
);

CREATE INDEX ix_upload_jobs_status ON upload_jobs (status, created_at);

CREATE TABLE event_log (
  id bigint NOT NULL PRIMARY KEY,
  type ${word} NOT NULL,
  subject ${place} NOT NULL,
  at ${time} NOT NULL,
  data ${text} NOT NULL
);

CREATE TABLE event_sequence (
  name ${word} NOT NULL PRIMARY KEY,
  last_id bigint NOT NULL
);

INSERT INTO event_sequence (name, last_id) VALUES ('event_log', 0);

CREATE TABLE scheduled_tasks (
  task_name ${id} NOT NULL,
  task_instance ${id} NOT NULL,
  task_data ${bytes},
  execution_time ${instant} NOT NULL,
  picked ${flag} NOT NULL,
  picked_by ${place},
  last_success ${instant},
  last_failure ${instant},
  consecutive_failures integer,
  last_heartbeat ${instant},
  version bigint NOT NULL,
  priority smallint,
  state ${word},
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_tasks_execution_time ON scheduled_tasks (execution_time);

CREATE INDEX ix_scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

CREATE TABLE schedule_requests (
  task_name ${id} NOT NULL,
  task_instance ${id} NOT NULL,
  wish ${word} NOT NULL,
  PRIMARY KEY (task_name, task_instance)
);
