package dev.tributary.connector.jdbc;

class PostgresLossIT extends LossLaws {

  @Override
  TestEngine engine() {
    return PostgresEngine.instance();
  }

  @Override
  String now() {
    return "date_trunc('milliseconds', clock_timestamp())";
  }
}
