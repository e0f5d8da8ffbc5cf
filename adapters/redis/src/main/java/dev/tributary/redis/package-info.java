/**
 * Windows on Redis or Valkey. {@link dev.tributary.redis.RedisCache} is what to open; {@link
 * dev.tributary.redis.RedisConfig} says where the server is.
 */
@NullMarked
package dev.tributary.redis;

import org.jspecify.annotations.NullMarked;
