package dev.tributary.api.connector;

/**
 * A part of a source that could not be read.
 *
 * @param place which part, such as a file
 * @param code what is wrong with it
 * @param message what is wrong and what to do
 */
public record SourceFault(String place, ConnectorError code, String message) {}
