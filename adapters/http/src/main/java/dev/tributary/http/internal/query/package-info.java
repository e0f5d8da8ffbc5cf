/** Questions, SQL, suggestions and the schema they are about. */
@NullMarked
package dev.tributary.http.internal.query;

import org.jspecify.annotations.NullMarked;
