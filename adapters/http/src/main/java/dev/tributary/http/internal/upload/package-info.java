/** Routes that take files, and the reading of multipart bodies. */
@NullMarked
package dev.tributary.http.internal.upload;

import org.jspecify.annotations.NullMarked;
