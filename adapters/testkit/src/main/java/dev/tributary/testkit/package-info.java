/**
 * For authors of connectors, in test scope. Extend {@link
 * dev.tributary.testkit.SourceConnectorContract} with a {@link
 * dev.tributary.testkit.ConnectorFixture}; {@link dev.tributary.testkit.FakeSource} stands in for a
 * source, {@link dev.tributary.testkit.FlakyTcpProxy} for a bad network.
 */
@NullMarked
package dev.tributary.testkit;

import org.jspecify.annotations.NullMarked;
