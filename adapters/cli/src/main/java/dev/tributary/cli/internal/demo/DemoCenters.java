package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.CenterFeed;
import dev.tributary.cli.internal.demo.frankfurt.FrankfurtExport;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import dev.tributary.cli.internal.demo.newyork.NewYorkDrops;
import dev.tributary.cli.internal.demo.singapore.SingaporeApi;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The three data centers, set up and empty.
 *
 * @param feeds the way each gives out its rows
 * @param singapore the one whose address has to be known
 */
record DemoCenters(Map<Center, CenterFeed> feeds, SingaporeApi singapore) {
  DemoCenters {
    feeds = Map.copyOf(feeds);
  }

  static DemoCenters setUp(DemoFolder folder, Ledger ledger, long seed) throws IOException {
    String token = HexFormat.of().toHexDigits(new SplittableRandom(seed).nextLong());
    folder.write(folder.singaporeToken(), token);
    SingaporeApi singapore = SingaporeApi.start(token, ledger);
    Map<Center, CenterFeed> feeds = new EnumMap<>(Center.class);
    feeds.put(Center.FRA, FrankfurtExport.create(folder.frankfurt(), ledger));
    feeds.put(Center.NYC, NewYorkDrops.create(folder.newYork(), ledger));
    feeds.put(Center.SGP, singapore);
    return new DemoCenters(feeds, singapore);
  }
}
