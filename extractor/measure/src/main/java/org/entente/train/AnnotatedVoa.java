package org.entente.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts annotations of Voice of America stories, which tell only between which sentences a story
 * stands, together with their text, for {@code entente evaluate}: {@code TABLE.zip OUT.jsonl
 * ANNOTATIONS.jsonl...}.
 */
final class AnnotatedVoa {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnnotatedVoa() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      throw new IllegalArgumentException("expected TABLE.zip OUT.jsonl ANNOTATIONS.jsonl...");
    }
    List<String> sentences =
        VoaText.read(Path.of(arguments[0]), 1, 1).stream().map(CutText::text).toList();
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        for (String line : Files.readAllLines(Path.of(file))) {
          out.write(JSON.writeValueAsString(complete(line, sentences)));
          out.newLine();
          count++;
        }
      }
    }
    System.out.println(count + " stories");
  }

  /** Adds the text of a story, whose sentences are counted from 1. */
  private static ObjectNode complete(String line, List<String> sentences) throws IOException {
    ObjectNode story = (ObjectNode) JSON.readTree(line);
    int first = story.path("sentences").path(0).asInt();
    int last = story.path("sentences").path(1).asInt();
    if (first < 1 || last < first || last > sentences.size()) {
      throw new IOException(story.path("id").asText() + ": no sentences " + first + " to " + last);
    }
    story.put("text", sentences.subList(first - 1, last).stream().collect(Collectors.joining(" ")));
    return story;
  }
}
