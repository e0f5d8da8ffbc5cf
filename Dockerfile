# syntax=docker/dockerfile:1

# Build: the JDK and the sources. What changes seldom is copied first.
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -Plaunch -pl adapters/cli -am package \
 && mkdir -p /out \
 && cp -r adapters/cli/target/tributary.jar adapters/cli/target/libs /out/

# Run: a JRE, the jars, and a user without rights.
FROM eclipse-temurin:25-jre-noble
RUN groupadd --system --gid 10001 tributary \
 && useradd --system --uid 10001 --gid tributary --home-dir /data --no-create-home tributary \
 && install -d -o tributary -g tributary /data
COPY --from=build --chown=root:root /out /out
# The cache of classes and profiles makes every start faster. It holds for this Java machine alone,
# so it is made here, by a short run of the demo.
RUN java -XX:AOTCacheOutput=/out/tributary.aot -jar /out/tributary.jar \
      demo --port 0 --data /tmp/demo --for 1 \
 && rm -rf /tmp/demo
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENV JAVA_OPTS=""
# The port may be moved by the command; the check then needs the same variable.
ENV HEALTH_PORT=8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${HEALTH_PORT} && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# exec makes Java process 1, so that it gets SIGTERM and ends in order.
ENTRYPOINT ["bash", "-c", "exec java -XX:AOTCache=/out/tributary.aot -XX:MaxRAMPercentage=75 ${JAVA_OPTS} -jar /out/tributary.jar \"$@\"", "tributary"]
CMD ["--help"]
