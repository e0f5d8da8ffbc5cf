package dev.tributary.nl2sql.internal.catalog;

/** A column as the database declares it. */
record RawColumn(String name, String type, int jdbcType, String comment) {}
