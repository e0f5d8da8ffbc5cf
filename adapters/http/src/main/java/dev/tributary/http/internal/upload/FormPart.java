package dev.tributary.http.internal.upload;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart form.
 *
 * @param name the name of its field
 * @param fileName the name of the file; null if the part is a plain field
 * @param content its content, to be read before the next part
 */
record FormPart(String name, @Nullable String fileName, InputStream content) {}
