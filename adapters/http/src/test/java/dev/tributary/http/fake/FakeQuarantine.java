package dev.tributary.http.fake;

import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.page.Page;
import java.util.List;
import java.util.stream.LongStream;

/** Five rows in quarantine. */
public final class FakeQuarantine implements Quarantine {

  @Override
  public Page<QuarantinedRow> list(QuarantineQuery query) {
    List<QuarantinedRow> all =
        LongStream.of(5, 4, 3, 2, 1)
            .mapToObj(id ->
                new QuarantinedRow(
                    id,
                    "fra-drop",
                    "r2",
                    "a.csv:" + id + "@0",
                    "x;\u0000\"y",
                    "not_a_number",
                    "amount is 'x'",
                    FakeSources.NOON,
                    null))
            .filter(row -> query.sourceId() == null || row.sourceId().equals(query.sourceId()))
            .filter(row -> query.reason() == null || row.reason().equals(query.reason()))
            .toList();
    return FakePages.slice(all, query.limit(), query.token());
  }

  @Override
  public Replay replay(String sourceId) {
    return new Replay(3, 1, 1);
  }
}
