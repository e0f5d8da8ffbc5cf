package dev.tributary.langchain4j;

/** What providers' interfaces look like on the wire. */
enum Wire {
  GEMINI(
      Provider.GEMINI,
      "/v1beta",
      "/v1beta/models/m:generateContent",
      "X-goog-api-key",
      "the-key",
      """
      {"candidates":[{"content":{"role":"model","parts":[{"text":%s}]},"finishReason":"STOP"}],
       "usageMetadata":{"promptTokenCount":120,"candidatesTokenCount":12,"thoughtsTokenCount":8,"totalTokenCount":140,
         "cachedContentTokenCount":64},"modelVersion":"m","responseId":"r"}
      """),
  OPENAI(
      Provider.OPENAI,
      "/v1",
      "/v1/chat/completions",
      "Authorization",
      "Bearer the-key",
      """
      {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
       "message":{"role":"assistant","content":%s},"finish_reason":"stop"}],
       "usage":{"prompt_tokens":120,"completion_tokens":20,"total_tokens":140,
         "prompt_tokens_details":{"cached_tokens":64}}}
      """),
  ANTHROPIC(
      Provider.ANTHROPIC,
      "/v1",
      "/v1/messages",
      "X-api-key",
      "the-key",
      """
      {"id":"m1","type":"message","role":"assistant","model":"m",
       "content":[{"type":"text","text":%s}],"stop_reason":"end_turn",
       "usage":{"input_tokens":50,"output_tokens":20,"cache_creation_input_tokens":6,
         "cache_read_input_tokens":64}}
      """),
  OLLAMA(
      Provider.OLLAMA,
      "",
      "/api/chat",
      "Content-Type",
      "application/json",
      """
      {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":%s},
       "done":true,"done_reason":"stop","prompt_eval_count":120,"eval_count":20}
      """);

  final Provider provider;
  final String base;
  final String path;
  final String header;
  final String headerValue;
  private final String reply;

  Wire(
      Provider provider,
      String base,
      String path,
      String header,
      String headerValue,
      String reply) {
    this.provider = provider;
    this.base = base;
    this.path = path;
    this.header = header;
    this.headerValue = headerValue;
    this.reply = reply;
  }

  /** A reply that says this, which must not need escaping. */
  String saying(String text) {
    return reply.formatted("\"" + text + "\"");
  }
}
