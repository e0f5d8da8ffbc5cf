package dev.tributary.connector.csv.internal.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses among the encodings that came before Unicode. Each candidate decodes the sample, and the
 * one wins whose characters read most naturally: letters of one script side by side, letters that
 * are common in the languages that used the encoding, no controls, no case change within a word.
 */
final class LegacyCharsets {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final String WORDS_OF_ONE_LETTER = "àÀèÈéÉêóÓôåÅöÖ";
  private static final int SAMPLE_BYTES = 64 * 1024;

  /** An encoding, the letters beyond ASCII that are common in its languages, and a prior. */
  private record Candidate(String name, String common, double prior) {}

  /** In the order of preference where two read the same. */
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate(
              "windows-1252",
              "äöüßÄÖÜéèêàâçîôûùëïÉÈÀñáíóúÁÍÓÚÑãåæøÅÆØ°«»·–—‘’“”…€£®©ºªìò´¿¡§µ±²³¹×÷¼½¾•œŒÿ",
              0.10),
          new Candidate(
              "ISO-8859-15", "äöüßÄÖÜéèêàâçîôûùëïÉÈÀñáíóúÁÍÓÚÑãåæøÅÆØ°«»·€£©®ºªìò±µœŒ", 0.08),
          new Candidate(
              "windows-1250", "ąćęłńóśźżĄĆĘŁŚŻŹáčďéěíňřšťúůýžČŠŘŽőűŐŰöüÖÜéâăîşţŞŢĂÎđ–’”„", 0.0),
          new Candidate(
              "windows-1251",
              "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъОЕАИНТСРВЛКМДПУЯЗБГЧХЖШЮЦЩЭФёі№ї",
              0.0),
          new Candidate(
              "KOI8-R", "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъОЕАИНТСРВЛКМДПУЯЗБГЧХЖШЮЦЩЭФ", -0.02),
          new Candidate(
              "IBM866", "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъОЕАИНТСРВЛКМДПУЯЗБГЧХЖШЮЦЩЭФ", -0.02),
          new Candidate("windows-1253", "αοιετσνηυρπκμλςωίόάέήύώδγχθφβξζψΑΟΙΕΤΣΝΗΥΡΠΚΜΛΩ", 0.0),
          new Candidate("windows-1254", "ıİğĞşŞçÇöÖüÜâ", 0.02),
          new Candidate("windows-1255", "אבגדהוזחטיךכלםמןנסעףפץצקרשת", 0.0),
          new Candidate("windows-1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ،", 0.0),
          new Candidate(
              "ISO-8859-2", "ąćęłńóśźżĄĆĘŁŚŹŻáčďéěíňřšťúůýžČŠŘŽőűŐŰöüÖÜéâăîşţŞŢĂÎđ", -0.02),
          new Candidate("IBM852", "ąćęłńóśźżĄĆĘŁŚŹŻáčďéěíňřšťúůýžČŠŘŽőűŐŰöüÖÜéâăîđ", -0.1),
          new Candidate("windows-1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲõäöüÕÄÖÜ", -0.05),
          new Candidate("IBM850", "äöüßÄÖÜéèêàâçîôûùëïÉñáíóúÑåæøÅÆØ°£±²³½", -0.1),
          new Candidate("x-MacRoman", "äöüßÄÖÜéèêàâçîôûùëïÉñáíóúÑåæøÅÆØ’“”–—•°£µ±", -0.1),
          new Candidate("windows-31j", "", 0.05),
          new Candidate("EUC-JP", "", 0.05),
          new Candidate("GB18030", "", 0.04),
          new Candidate("Big5", "", 0.02),
          new Candidate("x-windows-949", "", 0.02));

  private LegacyCharsets() {}

  static Charset best(byte[] bytes, int length) {
    byte[] sample = notable(bytes, length);
    Charset best = Charset.forName("windows-1252");
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : CANDIDATES) {
      if (Charset.isSupported(candidate.name())) {
        Charset charset = Charset.forName(candidate.name());
        double score = candidate.prior() + score(sample, charset, candidate.common());
        if (score > bestScore) {
          bestScore = score;
          best = charset;
        }
      }
    }
    return best;
  }

  /** The lines that hold bytes beyond ASCII, as many as the sample may have. */
  private static byte[] notable(byte[] bytes, int length) {
    byte[] result = new byte[Math.min(length, SAMPLE_BYTES)];
    int size = 0;
    int from = 0;
    while (from < length && size < result.length) {
      int to = from;
      boolean notable = false;
      while (to < length && bytes[to] != '\n' && bytes[to] != '\r') {
        notable |= bytes[to++] < 0;
      }
      to = Math.min(to + 1, length);
      if (notable) {
        int taken = Math.min(to - from, result.length - size);
        System.arraycopy(bytes, from, result, size, taken);
        size += taken;
      }
      from = to;
    }
    return Arrays.copyOf(result, size);
  }

  private static double score(byte[] sample, Charset charset, String common) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text = CharBuffer.allocate(sample.length + 1);
    decoder.decode(ByteBuffer.wrap(sample), text, true);
    text.flip();
    double points = 0;
    int decoded = 0;
    int bytesBeyond = 0;
    for (byte value : sample) {
      bytesBeyond += value < 0 ? 1 : 0;
    }
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character >= 0x80) {
        decoded++;
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char behind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        points +=
            common.isEmpty()
                ? EastAsianText.points(character)
                : points(character, before, behind, common);
      }
    }
    // The second byte of a double-byte character may be an ASCII one.
    int taken = common.isEmpty() ? Math.max(bytesBeyond, 2 * decoded) : bytesBeyond;
    return points / Math.max(1, taken);
  }

  private static double points(char character, char before, char behind, String common) {
    if (character == '\uFFFD' || Character.isISOControl(character)) {
      return -3;
    }
    if (character == NO_BREAK_SPACE) {
      return Character.isLetter(before) && Character.isLetter(behind) ? -0.3 : 1;
    }
    if (Character.isDigit(before) && Character.isDigit(behind) && Character.isLetter(character)) {
      return -0.6;
    }
    // Portuguese has this letter before an e only, Hungarian another one in its place.
    boolean usual = common.indexOf(character) >= 0 || (character == 'õ' && behind == 'e');
    if (!usual) {
      return Character.isLetter(character) ? 0 : -0.6;
    }
    if (!Character.isLetter(character)) {
      boolean inWord = Character.isLetter(before) && Character.isLetter(behind);
      if (inWord && "’‘·–".indexOf(character) < 0) {
        return -1;
      }
      return isAtHome(character, before, behind) ? 1.2 : 0.6;
    }
    double points = 1;
    boolean foreign = isForeign(character);
    if (foreign && (isLatin(before) || isLatin(behind))) {
      points -= 1.5;
    }
    if (character < 0x100 && runOfMarked(before, behind)) {
      points -= 0.6;
    }
    boolean alone = !Character.isLetter(before) && !Character.isLetter(behind);
    if ((Character.isUpperCase(character) && Character.isLowerCase(before))
        || (alone && !foreign && WORDS_OF_ONE_LETTER.indexOf(character) < 0)) {
      points -= 1.2;
    }
    return points;
  }

  /** Whether a sign stands where such signs stand: an amount, a measure, a unit. */
  private static boolean isAtHome(char sign, char before, char behind) {
    return switch (sign) {
      case '£', '€' ->
          !Character.isLetter(before) && (!Character.isLetter(behind) || behind == 'm');
      case '²', '³' -> before == 'm' && !Character.isLetter(behind);
      case '°', '±', '×' -> !Character.isLetter(before) || behind == 'C';
      default -> false;
    };
  }

  /** Accented letters of western languages stand alone among plain ones. */
  private static boolean runOfMarked(char before, char behind) {
    return before >= 0xC0
        && Character.isLetter(before)
        && behind >= 0xC0
        && Character.isLetter(behind);
  }

  private static boolean isLatin(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static boolean isForeign(char character) {
    return character >= 0x370 && character < 0x1E00;
  }
}
