package dev.tributary.nl2sql.internal.execution;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs queries, each on a thread of its own, so that the caller can stop waiting whatever a driver
 * does. The threads are platform threads: drivers hold on to them, and a held virtual thread would
 * take the time limit's own with it. Thread-safe.
 */
public final class QueryRunner {
  private static final long RETRY_MILLIS = 50;
  private static final int RETRIES = 60;

  private final ConnectionSource connections;
  private final Engine engine;
  private final Caps caps;

  /**
   * Makes a runner.
   *
   * @param connections where connections come from
   * @param engine the server
   * @param caps what one query may take
   */
  public QueryRunner(ConnectionSource connections, Engine engine, Caps caps) {
    this.connections = connections;
    this.engine = engine;
    this.caps = caps;
  }

  /**
   * Runs a query.
   *
   * @param sql one query
   * @param cancelled done when the query is to stop
   * @return what it gave
   * @throws StoppedException if the time limit passed, the query was cancelled, or the calling
   *     thread was interrupted, which then stays so
   * @throws SQLException if the server refused
   */
  public Fetched run(String sql, CompletableFuture<?> cancelled)
      throws StoppedException, SQLException {
    if (cancelled.isDone()) {
      throw new StoppedException(false);
    }
    QueryWork work = new QueryWork(connections, engine, caps, sql);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    FutureTask<Fetched> task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            ended.complete(null);
          }
        };
    Thread.ofPlatform().daemon().name("tributary-query").start(task);
    try {
      CompletableFuture.anyOf(ended, cancelled).get(caps.time().toMillis(), TimeUnit.MILLISECONDS);
      if (cancelled.isDone()) {
        stop(work, task);
        throw new StoppedException(false);
      }
      return task.get();
    } catch (TimeoutException e) {
      stop(work, task);
      throw new StoppedException(true);
    } catch (InterruptedException e) {
      stop(work, task);
      Thread.currentThread().interrupt();
      throw new StoppedException(false);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** Asks until the query ends; cuts the connection of one that does not. */
  private static void stop(QueryWork work, FutureTask<Fetched> task) {
    for (int attempt = 0; attempt < RETRIES; attempt++) {
      work.cancel();
      if (ended(task)) {
        return;
      }
    }
    work.abort();
  }

  private static boolean ended(FutureTask<Fetched> task) {
    try {
      task.get(RETRY_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static SQLException unwrapped(ExecutionException failed) {
    return switch (failed.getCause()) {
      case SQLException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> new SQLException("the query failed", failed);
    };
  }
}
