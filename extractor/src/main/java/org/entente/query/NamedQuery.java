package org.entente.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;

/**
 * A query of the catalog: SPARQL text that runs as it is, with a header in its first comment lines.
 *
 * <pre>
 * # title: All meetings at a place
 * # question: Who met at this place, in the words of a researcher?
 * # param: place | place | required | what the help says of it | Geneva
 * # keywords: meetings, places
 * </pre>
 *
 * A <code>param</code> line has five fields, separated by bars: name, type (one of {@link
 * ParameterType#key()}), <code>required</code> or <code>default VALUE</code>, description, and an
 * example. The query holds the example in a <code>VALUES ?name { ... }</code> block of that one
 * variable, and binding a parameter puts other terms into that block of the parsed query. A
 * parameter of the type <code>limit</code> is the number of the LIMIT of the query, or of the query
 * in it. What a user types is thus never part of the text that is parsed.
 *
 * @param name the file's name without <code>.rq</code>
 * @param title a few words for menus
 * @param question the question in plain words
 * @param parameters in the order of the header
 * @param keywords words by which a user may look for it
 * @param text the whole text, header included
 */
public record NamedQuery(
    String name,
    String title,
    String question,
    List<Parameter> parameters,
    List<String> keywords,
    String text) {
  private static final Pattern HEADER_LINE =
      Pattern.compile("#\\s*(title|question|param|keywords):\\s*(.*?)\\s*");

  private static final Pattern LIMIT = Pattern.compile("\\s+LIMIT\\s+\\d+");

  /** Copies the lists; throws {@link NullPointerException} where a part is missing. */
  public NamedQuery {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(question);
    parameters = List.copyOf(parameters);
    keywords = List.copyOf(keywords);
    Objects.requireNonNull(text);
  }

  /**
   * Reads a query with its header.
   *
   * @param name the name that it is to have
   * @param text the content of the file
   * @throws QueryException if the header or the query is not as described above
   */
  public static NamedQuery parse(String name, String text) {
    Map<String, String> fields = new HashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
      number++;
      Matcher matcher = HEADER_LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group(1).equals("param")) {
        parameters.add(parameter(name, number, matcher.group(2)));
      } else if (fields.put(matcher.group(1), matcher.group(2)) != null) {
        throw invalid(name, number, "says \"" + matcher.group(1) + ":\" a second time");
      }
    }
    for (String field : List.of("title", "question", "keywords")) {
      if (fields.getOrDefault(field, "").isEmpty()) {
        throw new QueryException(
            "Query " + name + " has no \"# " + field + ": ...\" line in its first comment lines.");
      }
    }
    NamedQuery query =
        new NamedQuery(
            name,
            fields.get("title"),
            fields.get("question"),
            parameters,
            Arrays.stream(fields.get("keywords").split(",")).map(String::strip).toList(),
            text);
    query.check();
    return query;
  }

  private static Parameter parameter(String query, int line, String declaration) {
    String[] parts = declaration.split("\\s*\\|\\s*", -1);
    if (parts.length != 5) {
      throw invalid(
          query,
          line,
          "has "
              + parts.length
              + " fields where a param line takes five: name | type | required or default VALUE |"
              + " description | example");
    }
    ParameterType type =
        ParameterType.ofKey(parts[1])
            .orElseThrow(
                () ->
                    invalid(
                        query,
                        line,
                        "has the type \""
                            + parts[1]
                            + "\", which is none of "
                            + ParameterType.keys()));
    if (!parts[2].equals("required") && !parts[2].startsWith("default ")) {
      throw invalid(query, line, "says neither \"required\" nor \"default VALUE\"");
    }
    Optional<String> byDefault =
        parts[2].equals("required")
            ? Optional.empty()
            : Optional.of(parts[2].substring("default ".length()).strip());
    return new Parameter(parts[0], type, byDefault, parts[3], parts[4]);
  }

  private static QueryException invalid(String query, int line, String what) {
    return new QueryException("Query " + query + ", line " + line + ", " + what + ".");
  }

  private void check() {
    Query query = query();
    if (!query.isSelectType() && !query.isConstructType()) {
      throw new QueryException("Query " + name + " is neither a SELECT nor a CONSTRUCT query.");
    }
    // Binding every example proves that each parameter has a block of its own and a sound example.
    bind(parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::example)));
  }

  /**
   * Returns the query as the file has it, with its examples in place of parameters.
   *
   * @throws QueryException if it is no SPARQL
   */
  public Query query() {
    try {
      return QueryFactory.create(text);
    } catch (QueryParseException e) {
      throw new QueryException("Query " + name + " is no SPARQL: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the query with the given values in place of its parameters.
   *
   * @param values parameter names and what the user wrote for them
   * @throws QueryException if a name is unknown, a required parameter is missing, or a value does
   *     not fit its type
   */
  public Query bind(Map<String, String> values) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (String given : values.keySet()) {
      if (!known.contains(given)) {
        throw new QueryException(
            "Query "
                + name
                + " has no parameter \""
                + given
                + "\". "
                + (known.isEmpty() ? "It takes none." : "It takes: " + usage() + "."));
      }
    }
    Map<Var, List<Node>> terms = new HashMap<>();
    OptionalLong rows = OptionalLong.empty();
    for (Parameter parameter : parameters) {
      String value = value(parameter, values);
      if (value == null) {
        throw new QueryException(
            "Query "
                + name
                + " needs "
                + parameter.name()
                + " ("
                + parameter.description()
                + "). Give it as "
                + assignment(parameter)
                + ".");
      }
      try {
        if (parameter.type() == ParameterType.LIMIT) {
          rows = OptionalLong.of(ParameterType.rows(value));
        } else {
          terms.put(Var.alloc(parameter.name()), parameter.type().parse(value));
        }
      } catch (IllegalArgumentException e) {
        throw new QueryException(
            "Query "
                + name
                + " cannot take "
                + parameter.name()
                + "=\""
                + value
                + "\": "
                + e.getMessage()
                + ". Example: "
                + assignment(parameter)
                + ".",
            e);
      }
    }
    Query query = query();
    Set<Var> blocks = InlineData.blocks(query, terms);
    for (Var var : terms.keySet()) {
      if (!blocks.contains(var)) {
        throw new QueryException(
            "Query "
                + name
                + " declares the parameter "
                + var.getName()
                + " but has no VALUES ?"
                + var.getName()
                + " { ... } block to put it in.");
      }
    }
    Query bound = InlineData.fill(query, terms);
    return rows.isPresent() ? RowLimit.set(bound, rows.getAsLong()) : bound;
  }

  /**
   * Returns how many rows the query gives at most with these values, where a parameter says so.
   *
   * @param values parameter names and what the user wrote for them, which fit
   */
  public OptionalLong limit(Map<String, String> values) {
    for (Parameter parameter : parameters) {
      if (parameter.type() == ParameterType.LIMIT) {
        long rows = ParameterType.rows(value(parameter, values));
        return rows == Query.NOLIMIT ? OptionalLong.empty() : OptionalLong.of(rows);
      }
    }
    return OptionalLong.empty();
  }

  private static String value(Parameter parameter, Map<String, String> values) {
    return values.getOrDefault(parameter.name(), parameter.defaultText().orElse(null));
  }

  /**
   * Returns the text of the file with the given values in place of its parameters, comments and
   * all.
   *
   * @param values parameter names and what the user wrote for them
   * @throws QueryException as {@link #bind} does
   */
  public String textWith(Map<String, String> values) {
    Query bound = bind(values);
    String written = text;
    for (Parameter parameter : parameters) {
      String value = value(parameter, values);
      if (parameter.type() == ParameterType.LIMIT) {
        long rows = ParameterType.rows(value);
        written = LIMIT.matcher(written).replaceAll(rows == Query.NOLIMIT ? "" : " LIMIT " + rows);
        continue;
      }
      String terms =
          parameter.type().parse(value).stream()
              .map(NodeFmtLib::strNT)
              .collect(Collectors.joining(" "));
      written =
          Pattern.compile("(VALUES\\s+\\?" + parameter.name() + "\\s*\\{)[^}]*\\}")
              .matcher(written)
              .replaceAll("$1 " + Matcher.quoteReplacement(terms) + " }");
    }
    // The text is for people; that it asks what the parsed query asks is checked, not assumed.
    return sameQuery(written, bound) ? written : bound.toString();
  }

  private static boolean sameQuery(String written, Query query) {
    try {
      return QueryFactory.create(written).equals(query);
    } catch (QueryParseException e) {
      return false;
    }
  }

  /** Returns the parameters as a user would type the examples, such as {@code place="Geneva"}. */
  public String usage() {
    return parameters.stream().map(NamedQuery::assignment).collect(Collectors.joining(" "));
  }

  private static String assignment(Parameter parameter) {
    String example = parameter.example();
    boolean plain = example.matches("[\\w.-]+");
    return parameter.name() + "=" + (plain ? example : "\"" + example + "\"");
  }
}
