package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same queries over HTTP. */
class QueryEndpointTest {
  private static final Dataset GRAPH = SampleGraph.load();
  private static FusekiServer server;

  @BeforeAll
  static void start() {
    server = FusekiServer.create().port(0).loopback(true).add("/entente", GRAPH).build().start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  static java.util.stream.Stream<QueryCasesTest.Case> cases() throws java.io.IOException {
    return QueryCasesTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEndpointAnswersAsADatasetDoes(QueryCasesTest.Case tested) {
    NamedQuery query = QueryCatalog.load().get(tested.query());
    QueryAnswer near = QueryRunner.over(GRAPH).run(query, tested.values());
    QueryAnswer far = QueryRunner.at(endpoint("sparql")).run(query, tested.values());
    assertThat(far.size()).isEqualTo(near.size());
    if (near instanceof QueryAnswer.Rows rows) {
      assertThat(((QueryAnswer.Rows) far).rows()).isEqualTo(rows.rows());
    }
  }

  @Test
  void anEndpointThatIsNotThereIsNamed() {
    QueryRunner wrongPath = QueryRunner.at(endpoint("nothing-here"));
    assertThatThrownBy(() -> wrongPath.run(QueryCatalog.load().get("visits"), Map.of()))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("nothing-here");
    QueryRunner closedPort = QueryRunner.at(URI.create("http://localhost:1/sparql"));
    assertThatThrownBy(() -> closedPort.run(QueryCatalog.load().get("visits"), Map.of()))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("http://localhost:1/sparql")
        .hasMessageContaining("is it running?");
  }

  private static URI endpoint(String operation) {
    return URI.create("http://localhost:" + server.getPort() + "/entente/" + operation);
  }
}
