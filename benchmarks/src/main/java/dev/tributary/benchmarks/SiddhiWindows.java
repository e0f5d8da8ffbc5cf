package dev.tributary.benchmarks;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Siddhi with one query for each window: over all users at once and grouped, or with a partition of
 * its own for each user, as Siddhi keeps keys apart.
 */
final class SiddhiWindows implements WindowEngine {
  private final SiddhiManager manager = new SiddhiManager();
  private final SiddhiAppRuntime app;
  private final List<Map<String, Double>> sums = new ArrayList<>();
  private long alerts;

  private SiddhiWindows(int windows, IntFunction<String> query) {
    StringBuilder text =
        new StringBuilder("define stream Logins (user string, v double, at long);");
    for (int window = 0; window < windows; window++) {
      text.append(query.apply(window));
    }
    app = manager.createSiddhiAppRuntime(text.toString());
    for (int window = 0; window < windows; window++) {
      Map<String, Double> latest = new HashMap<>();
      double threshold = THRESHOLDS.get(window);
      sums.add(latest);
      app.addCallback(
          "Sums" + window,
          new StreamCallback() {
            @Override
            public void receive(Event[] events) {
              for (Event event : events) {
                double sum = (Double) event.getData(1);
                latest.put((String) event.getData(0), sum);
                alerts += sum > threshold ? 1 : 0;
              }
            }
          });
    }
    app.start();
  }

  static SiddhiWindows grouped(int windows) {
    return new SiddhiWindows(windows, window -> query(window, " group by user"));
  }

  static SiddhiWindows partitioned(int windows) {
    return new SiddhiWindows(
        windows, window -> "partition with (user of Logins) begin " + query(window, "") + " end;");
  }

  private static String query(int window, String grouping) {
    return "from Logins#window.externalTime(at, "
        + LENGTHS.get(window).toSeconds()
        + " sec) select user, sum(v) as total"
        + grouping
        + " insert into Sums"
        + window
        + ";";
  }

  @Override
  public void feed(Logins logins) {
    InputHandler input = app.getInputHandler("Logins");
    try {
      for (int index = 0; index < logins.size(); index++) {
        input.send(logins.at[index], logins.tuples[index]);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Map<String, Double>> sums() {
    return sums;
  }

  @Override
  public void close() {
    app.shutdown();
    manager.shutdown();
  }
}
