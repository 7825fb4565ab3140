package org.entente.endpoint.guard;

import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Fuseki's service of queries, which stops a query that would take the memory of all, and tells of
 * one that nests too deeply.
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
  protected void execute(String query, HttpAction action) {
    try {
      super.execute(query, action);
    } catch (StackOverflowError e) {
      ServletOps.errorBadRequest("The query nests too deeply. Write it in fewer levels.");
    } catch (OutOfMemoryError e) {
      tooMuchMemory();
    } catch (QueryCancelledException e) {
      cancelled(e);
    } catch (ActionErrorException e) {
      throw e;
    } catch (RuntimeException e) {
      // Jena's sorting is closed under the thread that fills it, which ends in whatever comes
      // first.
      if (!running.isStopped()) {
        throw e;
      }
      cancelled(new QueryCancelledException());
    } finally {
      running.end();
    }
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    QueryExec execution = super.createQueryExec(action, query, dataset);
    RegexLimit.apply(execution.getContext());
    running.begin(execution);
    return execution;
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String text) {
    QueryExecResult result = super.executeQuery(action, execution, query, text);
    return result.isRowSet() ? new QueryExecResult(new WholeRows(result.rowSet())) : result;
  }

  /**
   * Rows of which all are told or an error. Fuseki itself writes a remark behind those that it had
   * when the time was over.
   */
  private final class WholeRows extends RowSetStream {
    WholeRows(RowSet rows) {
      super(rows.getResultVars(), rows);
    }

    @Override
    public boolean hasNext() {
      try {
        return super.hasNext();
      } catch (QueryCancelledException e) {
        cancelled(e);
        throw e;
      }
    }
  }

  private void cancelled(QueryCancelledException cause) {
    if (cause instanceof RegexLimit.EndlessException) {
      ServletOps.error(
          422,
          "A regular expression of the query goes through its text too often. Write it without"
              + " repetitions in repetitions.");
    }
    if (running.isShort()) {
      tooMuchMemory();
    }
    ServletOps.error(
        503,
        "The query took longer than is allowed, and was stopped. Ask for less at a time, or make"
            + " its patterns narrower.");
  }

  private static void tooMuchMemory() {
    ServletOps.error(
        422,
        "The query needs more memory than there is for one. Ask for less at a time: a narrower"
            + " pattern, no join of everything with everything, no sorting of all.");
  }
}
