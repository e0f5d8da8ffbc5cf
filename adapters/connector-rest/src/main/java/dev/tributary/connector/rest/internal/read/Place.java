package dev.tributary.connector.rest.internal.read;

/**
 * A page of an endpoint.
 *
 * @param value what asks for the page: a number, a token, an address; empty for the first page
 * @param ordinal the how-manieth page of its pass it is, from 1
 */
record Place(String value, long ordinal) {
  static final Place FIRST = new Place("", 1);

  Place then(String next) {
    return new Place(next, ordinal + 1);
  }

  boolean isFirst() {
    return value.isEmpty();
  }
}
