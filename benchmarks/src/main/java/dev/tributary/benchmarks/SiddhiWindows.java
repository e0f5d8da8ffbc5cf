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

/** Siddhi with one query for each window. */
final class SiddhiWindows implements WindowEngine {
  private final SiddhiManager manager = new SiddhiManager();
  private final SiddhiAppRuntime app;
  private final List<Map<String, Double>> sums = new ArrayList<>();
  private long alerts;

  SiddhiWindows(int windows) {
    StringBuilder text =
        new StringBuilder("define stream Logins (user string, v double, at long);");
    for (int window = 0; window < windows; window++) {
      text.append("from Logins#window.externalTime(at, ")
          .append(LENGTHS.get(window).toSeconds())
          .append(" sec) select user, sum(v) as total group by user insert into Sums")
          .append(window)
          .append(";");
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
