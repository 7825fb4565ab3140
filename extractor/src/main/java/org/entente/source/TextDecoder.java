package org.entente.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Turns bytes into text. In this order: a byte order mark, UTF-16 without one, strict UTF-8, the
 * encoding that the content declares (HTML, XML), UTF-8 with a few broken bytes, windows-1252
 * (which holds Latin-1) for text that is mostly ASCII, and else what juniversalchardet recognises.
 */
public final class TextDecoder {
  /** How much of an input is looked at to tell what it is, in bytes. */
  public static final int HEAD = 1 << 16;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})"
              + "|<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([\\w.:-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  /** Beyond this share of bytes above 127 a text is not English in a Latin alphabet. */
  private static final double LATIN_SHARE = 0.12;

  private static final int MAX_NAMED_OFFSETS = 3;

  /** How the mark at the start of an input tells its encoding. */
  private record Mark(Charset charset, int length) {}

  /**
   * Refuses what is no text.
   *
   * @param head the first {@link #HEAD} bytes of the input, or all of a shorter one
   * @throws UnreadableException when they look like a picture, an archive, a program...
   */
  public void requireText(byte[] head) throws UnreadableException {
    Optional<String> known = BinarySignature.of(head);
    if (known.isPresent()) {
      throw new UnreadableException(
          "is " + known.get() + ", not text", "Unpack it or save its text, and give that.");
    }
    if (unicodeWithoutBytes(head).isPresent()) {
      return;
    }
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        throw new UnreadableException(
            "is a binary file, not text", "Give text, Markdown, HTML, JSON or JSON Lines.");
      }
      if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
        controls++;
      }
    }
    if (controls > Math.max(2, head.length / 50)) {
      throw new UnreadableException(
          "is a binary file, not text", "Give text, Markdown, HTML, JSON or JSON Lines.");
    }
  }

  /**
   * Decodes a whole content.
   *
   * @param bytes the content
   * @return its text; line ends stay as they are
   */
  public DecodedText decode(byte[] bytes) {
    return decode(bytes, unicodeWithoutBytes(bytes), 0);
  }

  /**
   * Decodes a line of a longer content.
   *
   * @param line its bytes without the line end
   * @param unicode the UTF-16 or UTF-32 encoding of the content, from {@link #wideCharset}, or
   *     empty
   * @param offset where in the content the line begins, in bytes, for warnings
   */
  DecodedText decodeLine(byte[] line, Optional<Charset> unicode, long offset) {
    return decode(line, unicode.map(charset -> new Mark(charset, 0)), offset);
  }

  /**
   * Recognises encodings in which a character of ASCII takes more than a byte.
   *
   * @param head the first bytes of a content
   */
  Optional<Charset> wideCharset(byte[] head) {
    return unicodeWithoutBytes(head).map(Mark::charset).filter(c -> c != StandardCharsets.UTF_8);
  }

  private DecodedText decode(byte[] bytes, Optional<Mark> mark, long offset) {
    if (mark.isPresent()) {
      Charset charset = mark.get().charset();
      int skip = startsWithMark(bytes, charset);
      return replacing(bytes, skip, charset, offset);
    }
    Optional<String> strict = strictly(bytes, StandardCharsets.UTF_8);
    if (strict.isPresent()) {
      return new DecodedText(strict.get(), StandardCharsets.UTF_8, List.of());
    }
    Optional<Charset> declared = declared(bytes);
    if (declared.isPresent()) {
      Optional<String> text = strictly(bytes, declared.get());
      if (text.isPresent()) {
        return new DecodedText(text.get(), declared.get(), List.of());
      }
    }
    if (mostlyUtf8(bytes)) {
      return replacing(bytes, 0, StandardCharsets.UTF_8, offset);
    }
    Charset guess = guess(bytes);
    DecodedText text = replacing(bytes, 0, guess, offset);
    List<String> warnings = new ArrayList<>();
    warnings.add("is not UTF-8; it was read as " + guess.name());
    warnings.addAll(text.warnings());
    return new DecodedText(text.text(), guess, warnings);
  }

  private static Optional<Mark> unicodeWithoutBytes(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
    }
    if (starts(b, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(new Mark(UTF_32LE, 4));
    }
    if (starts(b, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new Mark(UTF_32BE, 4));
    }
    if (starts(b, 0xFF, 0xFE)) {
      return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(b, 0xFE, 0xFF)) {
      return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
    }
    // Western text in UTF-16 without a mark has a zero in nearly every pair, always on one side.
    int length = Math.min(b.length, HEAD) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    int pairs = length / 2;
    if (pairs >= 4 && odd > pairs * 7 / 10 && even <= pairs / 50) {
      return Optional.of(new Mark(StandardCharsets.UTF_16LE, 0));
    }
    if (pairs >= 4 && even > pairs * 7 / 10 && odd <= pairs / 50) {
      return Optional.of(new Mark(StandardCharsets.UTF_16BE, 0));
    }
    return Optional.empty();
  }

  private static int startsWithMark(byte[] bytes, Charset charset) {
    byte[] mark = "\uFEFF".getBytes(charset);
    if (bytes.length < mark.length) {
      return 0;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[i] != mark[i]) {
        return 0;
      }
    }
    return mark.length;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (java.nio.charset.CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARATION.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    // As browsers do: who declares Latin-1 or ASCII means windows-1252, and whoever declares UTF-16
    // in bytes that read as ASCII is wrong.
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("ISO-8859-1") || upper.equals("LATIN1") || upper.equals("US-ASCII")) {
      return Optional.of(WINDOWS_1252);
    }
    if (upper.startsWith("UTF") || !Charset.isSupported(name)) {
      return Optional.empty();
    }
    return Optional.of(Charset.forName(name));
  }

  /**
   * Tells UTF-8 with a few broken bytes from another encoding: there are more good sequences than
   * bad ones, or the only bad bytes could be no letter or sign of an 8-bit western encoding.
   */
  private static boolean mostlyUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    int implausible = 0;
    for (int i = 0; i < bytes.length; ) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        i++;
        continue;
      }
      int length = b >= 0xF0 && b < 0xF5 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 1;
      if (b >= 0xF5) {
        length = 1;
      }
      int found = 1;
      while (found < length && i + found < bytes.length && (bytes[i + found] & 0xC0) == 0x80) {
        found++;
      }
      if (length > 1 && found == length) {
        good++;
        i += length;
      } else {
        bad++;
        implausible += plausibleLatin(bytes, i) ? 0 : 1;
        i++;
      }
    }
    return good >= bad || implausible * 2 > bad;
  }

  /** Tells whether a byte above 127 reads as windows-1252 beside its neighbours. */
  private static boolean plausibleLatin(byte[] bytes, int i) {
    int b = bytes[i] & 0xFF;
    if (b == 0xFF || b == 0xFE || b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
      return false;
    }
    if (b < 0xC0) {
      return true;
    }
    return i > 0 && letter(bytes[i - 1]) || i + 1 < bytes.length && letter(bytes[i + 1]);
  }

  private static boolean letter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b < 0;
  }

  private static Charset guess(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    if (high <= bytes.length * LATIN_SHARE) {
      return WINDOWS_1252;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 20));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    return name != null && Charset.isSupported(name) && !name.startsWith("UTF")
        ? Charset.forName(name)
        : WINDOWS_1252;
  }

  private static DecodedText replacing(byte[] bytes, int skip, Charset charset, long offset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip + 1);
    List<Long> broken = new ArrayList<>();
    int count = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (broken.size() < MAX_NAMED_OFFSETS) {
        broken.add(offset + in.position());
      }
      count++;
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    decoder.flush(out);
    List<String> warnings =
        count == 0
            ? List.of()
            : List.of(
                count
                    + (count == 1 ? " byte sequence is" : " byte sequences are")
                    + " no valid "
                    + charset.name()
                    + " and became U+FFFD, at byte "
                    + String.join(", ", broken.stream().map(String::valueOf).toList())
                    + (count > broken.size() ? ", ..." : ""));
    return new DecodedText(out.flip().toString(), charset, warnings);
  }
}
