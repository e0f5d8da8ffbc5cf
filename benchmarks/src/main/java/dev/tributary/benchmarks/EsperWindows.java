package dev.tributary.benchmarks;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPDeployment;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Esper with one statement for each window. */
final class EsperWindows implements WindowEngine {
  private final EPRuntime runtime;
  private final List<Map<String, Double>> sums = new ArrayList<>();
  private long alerts;

  EsperWindows(int windows) {
    Configuration configuration = new Configuration();
    configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
    configuration
        .getCommon()
        .addEventType(
            "Login",
            new String[] {"user", "v", "at"},
            new Object[] {String.class, double.class, long.class});
    runtime = EPRuntimeProvider.getRuntime(UUID.randomUUID().toString(), configuration);
    try {
      for (int window = 0; window < windows; window++) {
        deploy(configuration, window);
      }
    } catch (EPCompileException | EPDeployException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private void deploy(Configuration configuration, int window)
      throws EPCompileException, EPDeployException {
    String text =
        "@name('sums') select user, sum(v) as total from Login#ext_timed(at, "
            + LENGTHS.get(window).toSeconds()
            + " sec) group by user";
    EPCompiled compiled =
        EPCompilerProvider.getCompiler().compile(text, new CompilerArguments(configuration));
    EPDeployment deployment = runtime.getDeploymentService().deploy(compiled);
    EPStatement statement =
        runtime.getDeploymentService().getStatement(deployment.getDeploymentId(), "sums");
    Map<String, Double> latest = new HashMap<>();
    double threshold = THRESHOLDS.get(window);
    sums.add(latest);
    statement.addListener((news, olds, from, by) -> {
      for (EventBean bean : news) {
        Object total = bean.get("total");
        double sum = total == null ? 0 : (Double) total;
        latest.put((String) bean.get("user"), sum);
        alerts += sum > threshold ? 1 : 0;
      }
    });
  }

  @Override
  public void feed(Logins logins) {
    EPEventService service = runtime.getEventService();
    for (Object[] tuple : logins.tuples) {
      service.sendEventObjectArray(tuple, "Login");
    }
  }

  @Override
  public List<Map<String, Double>> sums() {
    return sums;
  }

  @Override
  public void close() {
    runtime.destroy();
  }
}
