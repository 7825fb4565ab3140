package org.entente.endpoint.guard;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Finds in a query what a public service does not do for anybody. */
final class QueryCheck {
  /** Functions of the engine that wait, print, or tell of the machine, and such of Java classes. */
  private static final List<String> FUNCTIONS =
      List.of(
          "java:",
          // REGEX and REPLACE are the same, with a limit.
          "http://www.w3.org/2005/xpath-functions#matches",
          "http://www.w3.org/2005/xpath-functions#replace",
          "http://jena.apache.org/arq/function#wait",
          "http://jena.apache.org/arq/function#print",
          "http://jena.apache.org/arq/function#eval",
          "http://jena.apache.org/arq/function#context",
          "http://jena.apache.org/arq/function#systemvar",
          "http://jena.apache.org/arq/js#",
          "http://jena.hpl.hp.com/arq/function#wait",
          "http://jena.hpl.hp.com/arq/function#print",
          "http://jena.hpl.hp.com/arq/function#eval",
          "http://jena.hpl.hp.com/arq/function#context");

  /**
   * What gives another value each time, by the words of a query as it is written out. Words in a
   * literal count too: an answer is kept too rarely then, and never too long.
   */
  private static final Pattern PASSING =
      Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\b|/arq/");

  private QueryCheck() {}

  /**
   * Looks through a query with its subqueries and filters.
   *
   * @return what is not done, in a sentence; null when all of it is
   */
  static String refuse(Query query) {
    if (query.getQueryPattern() == null) {
      return null; // DESCRIBE of a resource
    }
    String[] found = new String[1];
    Op op = Algebra.compile(query);
    Walker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpService service) {
            found[0] = "SERVICE is not allowed here: this server asks no other for a query.";
          }

          @Override
          public void visit(OpBGP pattern) {
            // The engine turns some properties into functions.
            for (Triple triple : pattern.getPattern()) {
              if (triple.getPredicate().isURI()) {
                check(triple.getPredicate().getURI(), found);
              }
            }
          }
        },
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunction0 function) {
            look(function);
          }

          @Override
          public void visit(ExprFunction1 function) {
            look(function);
          }

          @Override
          public void visit(ExprFunction2 function) {
            look(function);
          }

          @Override
          public void visit(ExprFunction3 function) {
            look(function);
          }

          @Override
          public void visit(ExprFunctionN function) {
            look(function);
          }

          private void look(ExprFunction function) {
            check(function.getFunctionIRI(), found);
          }
        });
    return found[0];
  }

  /**
   * Tells whether the same graph gives the same answer at any time to a query as it is written out.
   */
  static boolean isLasting(String query) {
    return !PASSING.matcher(query).find();
  }

  private static void check(String iri, String[] found) {
    if (iri != null && FUNCTIONS.stream().anyMatch(iri.toLowerCase(Locale.ROOT)::startsWith)) {
      found[0] = "The function <" + iri + "> is not allowed here.";
    }
  }
}
