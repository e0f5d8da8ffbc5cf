package dev.tributary.cli.internal.demo.singapore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.internal.demo.bank.Bank;
import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SingaporeApiTest {
  private static final Pattern ID = Pattern.compile("\"transfer_id\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  private final Ledger ledger = new Ledger();
  private final HttpClient client = HttpClient.newHttpClient();
  private SingaporeApi api;

  @BeforeEach
  void start() throws IOException {
    api = SingaporeApi.start("secret", ledger);
    Bank bank = new Bank(5, Instant.parse("2026-11-21T08:00:00Z"));
    for (int n = 0; n < 60; n++) {
      api.give(Objects.requireNonNull(bank.next().get(Center.SGP)));
    }
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void pagesTogetherHoldEveryRowOnce() throws Exception {
    Set<String> ids = new HashSet<>();
    int rows = 0;
    String cursor = "";
    do {
      HttpResponse<String> page = get("?limit=500&cursor=" + cursor, "secret");
      if (page.statusCode() != 200) {
        assertThat(page.statusCode()).isIn(429, 500);
        continue;
      }
      for (Matcher id = ID.matcher(page.body()); id.find(); rows++) {
        ids.add(id.group(1));
      }
      Matcher next = NEXT.matcher(page.body());
      cursor = next.find() ? next.group(1) : "";
    } while (!cursor.isEmpty());

    assertThat(ids).hasSize(rows);
    assertThat(rows)
        .isEqualTo(ledger.emitted(new Ledger.Account(Center.SGP, BankDataset.TRANSACTIONS)));
  }

  @Test
  void onlyWhatChangedSinceIsGivenOut() throws Exception {
    HttpResponse<String> page = get("?updated_since=2026-11-21T08:00:14.750Z", "secret");

    assertThat(page.body()).contains("08:00:14.750Z").doesNotContain("08:00:14.500Z\"}");
  }

  @Test
  void unchangedPageIsNotSentAgain() throws Exception {
    HttpResponse<String> first = get("", "secret");
    HttpRequest again =
        request("", "secret")
            .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
            .build();

    assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(304);
  }

  @Test
  void wrongTokenIsRefused() throws Exception {
    assertThat(get("", "guess").statusCode()).isEqualTo(401);
  }

  @Test
  void isInTheMoodMostOfTheTime() {
    Moods moods = new Moods();
    long well = java.util.stream.IntStream.range(0, 100).filter(n -> moods.next() == 200).count();

    assertThat(well).isBetween(90L, 99L);
  }

  private HttpResponse<String> get(String query, String token) throws Exception {
    return client.send(request(query, token).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String query, String token) {
    return HttpRequest.newBuilder(URI.create(api.address(BankDataset.TRANSACTIONS) + query))
        .header("Authorization", "Bearer " + token);
  }
}
