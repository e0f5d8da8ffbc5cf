package dev.tributary.http.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;

@SuppressWarnings("rawtypes") // registered for every enum at once
final class LowerCaseEnums extends StdSerializer<Enum> {

  LowerCaseEnums() {
    super(Enum.class);
  }

  @Override
  public void serialize(Enum value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeString(value.name().toLowerCase(Locale.ROOT));
  }
}
