package dev.tributary.ingest.internal.mapping;

/**
 * Why a value cannot be stored. It travels in place of the value, so that a bad cell costs no
 * exception.
 *
 * @param reason a stable code in lower case, such as {@code not_a_number}
 * @param problem what is wrong, to be read after the value
 * @param remedy what to do
 */
record Misfit(String reason, String problem, String remedy) {}
