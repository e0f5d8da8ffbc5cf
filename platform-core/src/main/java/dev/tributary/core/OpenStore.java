package dev.tributary.core;

import dev.tributary.core.internal.bulk.BulkWrites;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.fault.StoreFaults;
import dev.tributary.core.internal.pool.Pools;
import dev.tributary.core.internal.text.Json;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a store is made of once it is open.
 *
 * @param engine its engine
 * @param dialect the engine's SQL
 * @param bulk how the engine takes many rows
 * @param pools its connections
 * @param faults says what database trouble means
 * @param look how often to look for events of other nodes
 */
record OpenStore(
    StoreEngine engine,
    Dialect dialect,
    BulkWrites bulk,
    Pools pools,
    StoreFaults faults,
    Duration look) {

  JdbcCentralStore with(InstantSource clock) {
    return new JdbcCentralStore(this, clock, new Json());
  }
}
