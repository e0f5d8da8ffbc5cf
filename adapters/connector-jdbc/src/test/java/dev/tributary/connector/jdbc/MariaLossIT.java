package dev.tributary.connector.jdbc;

class MariaLossIT extends LossLaws {

  @Override
  TestEngine engine() {
    return MariaEngine.instance();
  }

  @Override
  String now() {
    return "CAST(utc_timestamp(1) AS CHAR)";
  }
}
