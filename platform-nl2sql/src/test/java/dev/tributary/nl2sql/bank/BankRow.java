package dev.tributary.nl2sql.bank;

import java.util.Map;

/** A row of a dataset and the data center it comes from. Columns it does not name are empty. */
record BankRow(String center, Map<String, Object> values) {}
