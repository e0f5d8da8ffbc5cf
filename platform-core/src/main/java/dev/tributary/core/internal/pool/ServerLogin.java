package dev.tributary.core.internal.pool;

import dev.tributary.api.settings.Secret;
import java.util.Map;

/**
 * How to get to a database on a server.
 *
 * @param host name or address
 * @param port its port
 * @param database the database
 * @param user who to connect as
 * @param password the user's password
 * @param options driver options
 */
public record ServerLogin(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    Map<String, String> options) {}
