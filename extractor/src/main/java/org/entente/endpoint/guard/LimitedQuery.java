package org.entente.endpoint.guard;

import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Fuseki's service of queries, which refuses what a public service does not do and stops a query
 * that would take the memory of all.
 */
public final class LimitedQuery extends SPARQL_QueryDataset {
  private final RunningQueries running;

  /**
   * Makes a service.
   *
   * @param running is told of each query that runs
   */
  public LimitedQuery(RunningQueries running) {
    this.running = running;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    super.validateQuery(action, query);
    QueryCheck.refuse(query).ifPresent(ServletOps::errorBadRequest);
  }

  @Override
  protected void execute(String query, HttpAction action) {
    try {
      super.execute(query, action);
    } catch (StackOverflowError e) {
      tooDeep();
    } catch (ActionErrorException e) {
      // The parser tells it as an error of syntax.
      if (String.valueOf(e.getMessage()).contains(StackOverflowError.class.getSimpleName())) {
        tooDeep();
      }
      throw e;
    } catch (OutOfMemoryError e) {
      tooMuchMemory();
    } catch (QueryCancelledException e) {
      if (running.isShort()) {
        tooMuchMemory();
      }
      throw e;
    } finally {
      running.end();
    }
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    QueryExec execution = super.createQueryExec(action, query, dataset);
    running.begin(execution);
    return execution;
  }

  private static void tooDeep() {
    ServletOps.errorBadRequest("The query nests too deeply. Write it in fewer levels.");
  }

  private static void tooMuchMemory() {
    ServletOps.error(
        422,
        "The query needs more memory than there is for one. Ask for less at a time: a narrower"
            + " pattern, no join of everything with everything, no sorting of all.");
  }
}
