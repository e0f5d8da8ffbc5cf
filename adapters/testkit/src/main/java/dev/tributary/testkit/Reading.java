package dev.tributary.testkit;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one reading of a stream brought, with the checkpoints as they stood after each batch, as the
 * platform would have stored them.
 */
record Reading(List<SourceBatch> batches, List<Checkpoints> states) {

  static Reading whole(SourceConnector connector, ReadRequest request) {
    return some(connector, request, Integer.MAX_VALUE);
  }

  /** Closes the reader after so many batches, whatever is left. */
  static Reading some(SourceConnector connector, ReadRequest request, int mostBatches) {
    List<SourceBatch> batches = new ArrayList<>();
    List<Checkpoints> states = new ArrayList<>();
    Map<String, String> state = new HashMap<>(request.checkpoints().all());
    try (BatchReader reader = connector.read(request)) {
      while (batches.size() < mostBatches) {
        Optional<SourceBatch> batch = reader.next();
        if (batch.isEmpty()) {
          break;
        }
        batches.add(batch.get());
        batch.get().checkpoints().forEach(checkpoint -> apply(state, checkpoint));
        states.add(Checkpoints.of(state));
      }
    }
    return new Reading(List.copyOf(batches), List.copyOf(states));
  }

  static ReadRequest request(String stream, ReadMode mode, Checkpoints from, int maxRows) {
    return new ReadRequest(stream, mode, from, maxRows, ReadRequest.DEFAULT_BYTES);
  }

  Checkpoints last() {
    return states.isEmpty() ? Checkpoints.none() : states.getLast();
  }

  private static void apply(Map<String, String> state, Checkpoint checkpoint) {
    checkpoint
        .state()
        .ifPresentOrElse(
            value -> state.put(checkpoint.partition(), value),
            () -> state.remove(checkpoint.partition()));
  }
}
