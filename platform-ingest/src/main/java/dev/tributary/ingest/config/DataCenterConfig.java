package dev.tributary.ingest.config;

/**
 * A data center whose sources are collected.
 *
 * @param id lower case letters, digits, dashes, dots and underscores, at most 64
 * @param name its name for people
 */
public record DataCenterConfig(String id, String name) {}
