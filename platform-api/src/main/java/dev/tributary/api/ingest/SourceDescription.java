package dev.tributary.api.ingest;

/**
 * What a source is.
 *
 * @param id its id
 * @param dataCenterId the data center it belongs to
 * @param kind the kind of its connector
 * @param stream what is read of it
 * @param dataset where its rows go
 */
public record SourceDescription(
    String id, String dataCenterId, String kind, String stream, String dataset) {}
