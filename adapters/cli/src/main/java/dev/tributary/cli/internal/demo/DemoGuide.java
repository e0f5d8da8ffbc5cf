package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.console.Shade;
import dev.tributary.cli.internal.console.Terminal;
import java.time.Duration;

/** Tells a newcomer where to look. */
final class DemoGuide {
  private final Terminal terminal;
  private final String server;
  private final DemoFolder folder;

  DemoGuide(Terminal terminal, String server, DemoFolder folder) {
    this.terminal = terminal;
    this.server = server;
    this.folder = folder;
  }

  void welcome(Duration untilHealthy) {
    terminal.say(
        terminal.paint("Tributary", Shade.BOLD)
            + " collects three data centers of a made-up bank into one store.");
    terminal.say("");
    terminal.say("  Frankfurt   a database that grows and whose rows change");
    terminal.say("  New York    a folder of CSV files: semicolons, decimal commas, local times");
    terminal.say("  Singapore   an HTTP API: pages of JSON, sometimes 429 or 500");
    terminal.say("");
    terminal.say("Look around, from another terminal:");
    line("in a browser", server);
    line("how fresh each source is", "curl -s " + server + "/api/v1/ingest/status");
    line("the data centers", "curl -s " + server + "/api/v1/data-centers");
    line("the last runs", "curl -s '" + server + "/api/v1/ingest/runs?limit=5'");
    line("what was not accepted", "curl -s '" + server + "/api/v1/ingest/quarantine?limit=5'");
    line("the alerts that are on", "curl -s " + server + "/api/v1/alerts/active");
    line("what alerts there were", "curl -s " + server + "/api/v1/alerts/history");
    line("everything as it happens", "curl -sN " + server + "/api/v1/ingest/stream");
    line(
        "health, metrics, API",
        server + "/health  " + server + "/metrics  " + server + "/api/v1/openapi.json");
    line("how it is configured", folder.configuration().toString());
    line("the store itself", "sqlite3 " + folder.store());
    terminal.say("");
    terminal.say(
        "First healthy answer %,d ms after Java started.".formatted(untilHealthy.toMillis()));
    terminal.say("");
  }

  private void line(String what, String where) {
    terminal.say("  %-25s %s".formatted(what, where));
  }
}
