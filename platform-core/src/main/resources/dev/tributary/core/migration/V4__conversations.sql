CREATE TABLE conversations (
  id ${id} NOT NULL PRIMARY KEY,
  title ${text} NOT NULL,
  turns integer NOT NULL,
  created_at ${time} NOT NULL,
  updated_at ${time} NOT NULL
);

CREATE INDEX ix_conversations_updated ON conversations (updated_at);

CREATE TABLE conversation_turns (
  conversation_id ${id} NOT NULL,
  turn integer NOT NULL,
  question ${text} NOT NULL,
  sql_text ${text} NOT NULL,
  summary ${text} NOT NULL,
  asked_at ${time} NOT NULL,
  PRIMARY KEY (conversation_id, turn)
);
