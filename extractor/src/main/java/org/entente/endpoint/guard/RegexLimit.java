package org.entente.endpoint.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.util.Context;

/**
 * Ends queries whose regular expression goes through a text again and again. The engine looks at
 * the time between rows only, and such an expression may never come to the end of one.
 */
final class RegexLimit {
  /** How many characters one match may look at, repetitions included. */
  private static final int STEPS = 5_000_000;

  private static final RewriteFactory REWRITE =
      context ->
          op ->
              Optimize.stdOptimizationFactory
                  .create(context)
                  .rewrite(
                      Transformer.transform(
                          new TransformCopy(),
                          new ExprTransformCopy() {
                            @Override
                            public Expr transform(ExprFunctionN function, ExprList arguments) {
                              return function instanceof E_Regex
                                  ? new LimitedRegex(arguments)
                                  : function instanceof E_StrReplace
                                      ? new LimitedReplace(arguments)
                                      : super.transform(function, arguments);
                            }
                          },
                          op));

  /** Ends a query. It is of the one kind of exception that the engine does not take for a no. */
  static final class EndlessException extends QueryCancelledException {
    private static final long serialVersionUID = 1L;
  }

  private RegexLimit() {}

  /** Sets the limit for the query that is run with a context. */
  static void apply(Context context) {
    context.set(ARQConstants.sysOptimizerFactory, REWRITE);
  }

  /** Matches once and counts; what it finds is not used. */
  private static void count(NodeValue text, NodeValue pattern, NodeValue flags) {
    if (text.isString() || text.isLangString()) {
      Pattern compiled =
          RegexEngine.makePattern(
              "REGEX", pattern.asUnquotedString(), flags == null ? null : flags.asUnquotedString());
      var matcher = compiled.matcher(new Counted(text.asUnquotedString()));
      while (matcher.find()) {
        // on to the next
      }
    }
  }

  private static Expr at(ExprList arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  /** A text that ends the query when too much of it was looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new EndlessException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** REGEX that counts first. */
  private static final class LimitedRegex extends E_Regex {
    LimitedRegex(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), at(arguments, 2));
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
      count(values.get(0), values.get(1), values.size() > 2 ? values.get(2) : null);
      return super.eval(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new LimitedRegex(arguments);
    }
  }

  /** REPLACE that counts first. */
  private static final class LimitedReplace extends E_StrReplace {
    LimitedReplace(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), arguments.get(2), at(arguments, 3));
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
      count(values.get(0), values.get(1), values.size() > 3 ? values.get(3) : null);
      return super.eval(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new LimitedReplace(arguments);
    }
  }
}
