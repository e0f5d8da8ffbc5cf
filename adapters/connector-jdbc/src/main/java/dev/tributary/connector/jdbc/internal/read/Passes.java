package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.connection.Lease;
import java.sql.SQLException;
import java.util.Optional;

/** Says which passes a reading consists of, one after the other. */
interface Passes {

  /** The next pass, decided when the one before has ended; empty when there is none left. */
  Optional<Pass> next(Lease lease) throws SQLException;
}
