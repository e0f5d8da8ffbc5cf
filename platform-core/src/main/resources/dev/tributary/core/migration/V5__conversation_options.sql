ALTER TABLE conversation_turns ADD COLUMN options ${text};
