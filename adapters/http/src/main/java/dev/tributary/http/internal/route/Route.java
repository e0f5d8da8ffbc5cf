package dev.tributary.http.internal.route;

import dev.tributary.http.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing the interface can do: its address, what it takes and gives, and what does it. */
public final class Route {
  private final String method;
  private final PathTemplate path;
  private final String summary;
  private final List<Parameter> parameters;
  private final @Nullable RouteBody takes;
  private final Map<Integer, RouteBody> gives;
  private final Handler handler;

  private Route(Builder builder, Handler handler) {
    this.method = builder.method;
    this.path = builder.path;
    this.summary = builder.summary;
    this.parameters = List.copyOf(builder.parameters);
    this.takes = builder.takes;
    this.gives = Map.copyOf(builder.gives);
    this.handler = handler;
  }

  /** Starts a route that reads. */
  public static Builder get(String path, String summary) {
    return new Builder("GET", path, summary);
  }

  /** Starts a route that does something. */
  public static Builder post(String path, String summary) {
    return new Builder("POST", path, summary);
  }

  /** Starts a route that replaces something. */
  public static Builder put(String path, String summary) {
    return new Builder("PUT", path, summary);
  }

  /** Starts a route that removes something. */
  public static Builder delete(String path, String summary) {
    return new Builder("DELETE", path, summary);
  }

  /** The method. */
  public String method() {
    return method;
  }

  /** The path template. */
  public String path() {
    return path.text();
  }

  /** The names of the values in the path. */
  public List<String> pathNames() {
    return path.names();
  }

  /** What it does, in a sentence. */
  public String summary() {
    return summary;
  }

  /** The parameters of its query. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The body it takes. */
  public Optional<RouteBody> takes() {
    return Optional.ofNullable(takes);
  }

  /** The bodies it gives, by status. */
  public Map<Integer, RouteBody> gives() {
    return gives;
  }

  Optional<Map<String, String>> match(List<String> segments) {
    return path.match(segments);
  }

  Handler handler() {
    return handler;
  }

  /** Collects what a route is. Not thread-safe. */
  public static final class Builder {
    private final String method;
    private final PathTemplate path;
    private final String summary;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Integer, RouteBody> gives = new LinkedHashMap<>();
    private @Nullable RouteBody takes;

    private Builder(String method, String path, String summary) {
      this.method = method;
      this.path = PathTemplate.of(path);
      this.summary = summary;
    }

    /** Adds parameters of the query. */
    public Builder query(Parameter... added) {
      parameters.addAll(List.of(added));
      return this;
    }

    /** Takes a JSON body that must be there. */
    public Builder takes(Class<?> wireRecord) {
      this.takes = new RouteBody(List.of(Json.MEDIA_TYPE), wireRecord, true);
      return this;
    }

    /** Takes a JSON object of members that depend on one another. */
    public Builder takesObject() {
      this.takes = new RouteBody(List.of(Json.MEDIA_TYPE), null, true);
      return this;
    }

    /** Takes a JSON body that may be left out. */
    public Builder mayTake(Class<?> wireRecord) {
      this.takes = new RouteBody(List.of(Json.MEDIA_TYPE), wireRecord, false);
      return this;
    }

    /** Takes a body of other media types. */
    public Builder takes(List<String> mediaTypes) {
      this.takes = new RouteBody(mediaTypes, null, true);
      return this;
    }

    /** Gives JSON. */
    public Builder gives(int status, Class<?> wireRecord) {
      gives.put(status, new RouteBody(List.of(Json.MEDIA_TYPE), wireRecord, true));
      return this;
    }

    /** Gives no body. */
    public Builder gives(int status) {
      gives.put(status, new RouteBody(List.of(), null, false));
      return this;
    }

    /** Gives something else. */
    public Builder gives(int status, String mediaType) {
      gives.put(status, new RouteBody(List.of(mediaType), null, true));
      return this;
    }

    /** Makes the route. */
    public Route handledBy(Handler handler) {
      return new Route(this, handler);
    }
  }
}
