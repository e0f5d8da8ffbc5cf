package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.tributary.api.settings.Secret;
import java.time.Duration;

/**
 * Where a model is, and how it is reached.
 *
 * @param baseUrl the address that paths are added to
 * @param model the provider's name of the model
 * @param key the key; empty where none is needed
 * @param timeout how long a request may take
 * @param transport sends requests
 */
public record Endpoint(
    String baseUrl, String model, Secret key, Duration timeout, HttpClientBuilder transport) {}
