package dev.tributary.nl2sql.internal.pipeline;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeActionWithConfig.node_async;

import dev.tributary.api.query.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/**
 * The steps as a graph: ground, generate, gate, repair, execute, describe. The state holds the name
 * of the next step alone; the run itself travels in the configuration of the call, which the
 * library hands on without copying it.
 */
final class QuestionGraph {
  private static final String NEXT = "next";
  private static final String RUN = "run";

  /** The arrows. Those that lead out of the graph are added to each. */
  private static final Map<Stage, Set<Stage>> ARROWS =
      Map.of(
          Stage.GROUND, Set.of(Stage.GENERATE),
          Stage.GENERATE, Set.of(Stage.GATE),
          Stage.GATE, Set.of(Stage.REPAIR, Stage.EXECUTE),
          Stage.REPAIR, Set.of(Stage.GENERATE),
          Stage.EXECUTE, Set.of(Stage.REPAIR, Stage.DESCRIBE),
          Stage.DESCRIBE, Set.of());

  private final CompiledGraph<AgentState> graph;

  QuestionGraph(Steps steps, int repairs) {
    try {
      // The steps bound the repairs themselves; the limit is a fuse that never blows.
      CompileConfig config = CompileConfig.builder().recursionLimit(10 + 5 * repairs).build();
      this.graph = drawn(steps).compile(config);
    } catch (GraphStateException misdrawn) {
      throw new IllegalStateException("the graph of steps does not hold together", misdrawn);
    }
  }

  void walk(Stage first, Running running) {
    RunnableConfig config = RunnableConfig.builder().putMetadata(RUN, running).build();
    graph.invoke(Map.of(NEXT, name(first)), config);
  }

  private static StateGraph<AgentState> drawn(Steps steps) throws GraphStateException {
    StateGraph<AgentState> drawing = new StateGraph<>(AgentState::new);
    for (Stage stage : Stage.values()) {
      drawing.addNode(name(stage), node_async((state, config) -> taken(steps, stage, config)));
    }
    drawing.addConditionalEdges(
        START, edge_async(QuestionGraph::next), targets(Set.of(Stage.GROUND, Stage.GATE)));
    for (Stage stage : Stage.values()) {
      Set<Stage> arrows = ARROWS.getOrDefault(stage, Set.of());
      drawing.addConditionalEdges(name(stage), edge_async(QuestionGraph::next), targets(arrows));
    }
    return drawing;
  }

  private static Map<String, Object> taken(Steps steps, Stage stage, RunnableConfig config) {
    Running running = (Running) config.metadata(RUN).orElseThrow();
    Stage next = steps.take(stage, running);
    return Map.of(NEXT, name(next));
  }

  private static String next(AgentState state) {
    return state.<String>value(NEXT).orElse(END);
  }

  private static Map<String, String> targets(Set<Stage> stages) {
    Map<String, String> targets = new HashMap<>(Map.of(END, END));
    stages.forEach(stage -> targets.put(name(stage), name(stage)));
    return targets;
  }

  private static String name(@Nullable Stage stage) {
    return stage == null ? END : stage.name().toLowerCase(Locale.ROOT);
  }
}
