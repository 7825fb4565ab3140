package org.entente.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.entente.analysis.Annotator;
import org.entente.annotation.AnnotatedDocument;
import org.entente.annotation.EntityType;
import org.entente.annotation.Mention;
import org.entente.annotation.MentionForm;
import org.entente.annotation.Sentence;
import org.entente.document.Block;
import org.entente.document.BlockKind;
import org.entente.document.Document;

/**
 * Times the whole way from text to a store beside bare calls of OpenNLP (sentences, tokens, one
 * pass for names) and beside Stanford CoreNLP, each in a process of its own on the same text.
 *
 * <p>Subcommands: {@code voa TABLE.zip OUT.jsonl} sets the Voice of America text again; {@code
 * synthetic N OUT.jsonl GOLD...} draws sentences at random from annotated documents; {@code run
 * LAUNCHER CORPUS.jsonl [SLICE]} measures, CoreNLP on so many documents of the corpus.
 */
final class PipelineBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SENTENCES = 8;
  private static final int LEARNT_FROM = 400;

  private PipelineBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "voa" -> voa(Path.of(arguments[1]), Path.of(arguments[2]));
      case "synthetic" ->
          synthetic(
              Integer.parseInt(arguments[1]),
              Path.of(arguments[2]),
              Stream.of(arguments).skip(3).map(Path::of).toList());
      case "run" ->
          run(
              Path.of(arguments[1]),
              Path.of(arguments[2]),
              arguments.length > 3 ? Integer.parseInt(arguments[3]) : 40);
      case "bare" ->
          bare(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "corenlp" -> coreNlp(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException("no such subcommand: " + arguments[0]);
    }
  }

  private static void voa(Path table, Path out) throws IOException {
    List<CutText> texts = VoaText.read(table, SENTENCES, SENTENCES);
    write(out, texts.stream().map(CutText::text).toList());
  }

  /** Writes documents of sentences drawn at random, the same ones each time. */
  private static void synthetic(int count, Path out, List<Path> gold) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : gold) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("=")) {
          sentences.add(line.strip());
        }
      }
    }
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int s = 0; s < SENTENCES; s++) {
        text.append(s == 0 ? "" : " ").append(sentences.get(random.nextInt(sentences.size())));
      }
      texts.add(text.toString());
    }
    write(out, texts);
  }

  private static void write(Path out, List<String> texts) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (int i = 0; i < texts.size(); i++) {
        ObjectNode record = JSON.createObjectNode();
        record.put("id", String.format(Locale.ROOT, "d%07d", i));
        record.put("published", LocalDate.of(2006, 1, 1).plusDays(i % 365).toString());
        record.put("text", texts.get(i));
        writer.write(record.toString());
        writer.newLine();
      }
    }
  }

  // ---- The processes ---------------------------------------------------------------------------

  /** What a process took. */
  private record Cost(double seconds, double processor, long memory) {}

  private static void run(Path launcher, Path corpus, int slice) throws Exception {
    Path work = Files.createTempDirectory("pipeline");
    Path model = work.resolve("names.bin");
    learn(texts(corpus, LEARNT_FROM), model);
    long tokens = tokens(texts(corpus, Integer.MAX_VALUE));
    System.out.printf(
        Locale.ROOT,
        "%s: %,d tokens; Java %s, %d processors%n%n",
        corpus.getFileName(),
        tokens,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
    System.out.println("| what | seconds | tokens a second | processor seconds | memory, MB |");
    System.out.println("| --- | --: | --: | --: | --: |");
    for (int cores : new int[] {2, 1}) {
      Cost bare = self(cores, work, "bare", corpus.toString(), model.toString(), "" + cores);
      print("bare OpenNLP, " + cores + (cores == 1 ? " core" : " cores"), tokens, bare);
      Path store = work.resolve("store" + cores);
      Cost whole =
          process(
              cores,
              work,
              List.of(
                  launcher.toString(),
                  "build",
                  "--quiet",
                  corpus.toString(),
                  "--store",
                  store.toString()));
      print("text to store, " + cores + (cores == 1 ? " core" : " cores"), tokens, whole);
    }
    long part = tokens(texts(corpus, slice));
    print(
        "CoreNLP on " + slice + " documents, 1 core",
        part,
        self(1, work, "corenlp", corpus.toString(), "" + slice));
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    }
  }

  private static void print(String what, long tokens, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %,.0f | %.1f | %,d |%n",
        what,
        cost.seconds(),
        tokens / cost.seconds(),
        cost.processor(),
        cost.memory() >> 10);
  }

  private static Cost self(int cores, Path work, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx6g", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PipelineBenchmark.class.getName());
    command.addAll(List.of(arguments));
    return process(cores, work, command);
  }

  /** Runs a process on so many cores, which is what Linux's taskset takes care of. */
  private static Cost process(int cores, Path work, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("taskset", "-c", cores == 1 ? "0" : "0," + (cores - 1)));
    command.addAll(arguments);
    long begun = System.nanoTime();
    Path log = work.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("ENTENTE_JAVA_OPTS", "-Xmx1g");
    Process process = builder.start();
    Duration processor = Duration.ZERO;
    long memory = 0;
    while (process.isAlive()) {
      processor = process.info().totalCpuDuration().orElse(processor);
      memory = Math.max(memory, memory(process.pid()));
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + "\n" + Files.readString(log));
    }
    return new Cost(seconds, processor.toMillis() / 1e3, memory);
  }

  /** Returns the most memory that a process has taken, in kB. */
  private static long memory(long process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  // ---- What is measured beside -----------------------------------------------------------------

  private static List<String> texts(Path corpus, int most) throws IOException {
    List<String> texts = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(corpus)) {
      for (String line = reader.readLine();
          line != null && texts.size() < most;
          line = reader.readLine()) {
        JsonNode record = JSON.readTree(line);
        texts.add(record.get("text").asText());
      }
    }
    return texts;
  }

  private static long tokens(List<String> texts) throws IOException {
    TokenizerME tokenizer = new TokenizerME(tokens());
    return texts.stream().mapToLong(text -> tokenizer.tokenizePos(text).length).sum();
  }

  private static SentenceModel sentences() throws IOException {
    try (InputStream in = TextEvaluation.stock("sentence")) {
      return new SentenceModel(in);
    }
  }

  private static TokenizerModel tokens() throws IOException {
    try (InputStream in = TextEvaluation.stock("tokens")) {
      return new TokenizerModel(in);
    }
  }

  /** Trains OpenNLP's name finder, as it comes, on what the program finds in some of the text. */
  private static void learn(List<String> texts, Path model) throws IOException {
    Annotator annotator = Annotator.load();
    List<NameSample> samples = new ArrayList<>();
    for (String text : texts) {
      Block block = new Block(new org.entente.document.Span(0, text.length()), BlockKind.PARAGRAPH);
      AnnotatedDocument read =
          annotator.annotate(
              new Document("d", text, List.of(block), java.util.Optional.empty(), "", "", "", "d"));
      for (int s = 0; s < read.sentences().size(); s++) {
        Sentence sentence = read.sentences().get(s);
        samples.add(
            new NameSample(
                sentence.tokens().stream().map(t -> t.form()).toArray(String[]::new),
                names(read.mentions(), s),
                false));
      }
    }
    TrainingParameters parameters = TrainingParameters.defaultParams();
    TokenNameFinderModel trained =
        NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory());
    trained.serialize(model);
  }

  private static Span[] names(List<Mention> mentions, int sentence) {
    List<Span> names = new ArrayList<>();
    int end = 0;
    for (Mention mention : mentions) {
      if (mention.range().sentence() == sentence
          && mention.form() == MentionForm.NAME
          && mention.range().begin() >= end) {
        end = mention.range().end();
        names.add(new Span(mention.range().begin(), end, label(mention.type())));
      }
    }
    return names.toArray(Span[]::new);
  }

  private static String label(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static void bare(Path corpus, Path names, int threads) throws Exception {
    SentenceModel sentences = sentences();
    TokenizerModel tokens = tokens();
    TokenNameFinderModel finder = new TokenNameFinderModel(names);
    List<String> texts = texts(corpus, Integer.MAX_VALUE);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<Future<Long>> parts = new ArrayList<>();
    for (int worker = 0; worker < threads; worker++) {
      int first = worker;
      parts.add(
          workers.submit(
              () -> {
                SentenceDetectorME detector = new SentenceDetectorME(sentences);
                TokenizerME tokenizer = new TokenizerME(tokens);
                NameFinderME nameFinder = new NameFinderME(finder);
                long found = 0;
                for (int i = first; i < texts.size(); i += threads) {
                  for (String sentence : detector.sentDetect(texts.get(i))) {
                    found += nameFinder.find(tokenizer.tokenize(sentence)).length;
                  }
                  nameFinder.clearAdaptiveData();
                }
                return found;
              }));
    }
    long found = 0;
    for (Future<Long> part : parts) {
      found += part.get();
    }
    workers.shutdown();
    System.out.println(found + " names");
  }

  /** Names, dependencies, coreference and open information extraction. */
  private static void coreNlp(Path corpus, int documents) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(
        "annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,natlog,openie");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("coref.algorithm", "statistical");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    long found = 0;
    for (String text : texts(corpus, documents)) {
      CoreDocument document = new CoreDocument(text);
      pipeline.annotate(document);
      found += document.sentences().size();
    }
    System.out.println(found + " sentences");
  }
}
