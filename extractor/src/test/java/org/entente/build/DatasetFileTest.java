package org.entente.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.entente.rdf.DatasetDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFileTest {
  @Test
  void readsWhatIsSaid() {
    assertThat(
            DatasetFile.parse(
                "d",
                """
                # ours
                title = Meetings of the Baltic states, 1991 = 2004
                creator = Ada Kask <https://orcid.org/0000-0002-1825-0097>
                creator = Jānis Bērziņš

                  licence=https://creativecommons.org/licenses/by/4.0/
                doi = https://doi.org/10.5281/zenodo.1234
                """))
        .isEqualTo(
            new DatasetDetails(
                Optional.of("Meetings of the Baltic states, 1991 = 2004"),
                Optional.empty(),
                List.of(
                    new DatasetDetails.Creator(
                        "Ada Kask", Optional.of("https://orcid.org/0000-0002-1825-0097")),
                    new DatasetDetails.Creator("Jānis Bērziņš", Optional.empty())),
                Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                Optional.of("10.5281/zenodo.1234")));
    assertThat(DatasetFile.parse("d", "\uFEFF# nothing\n")).isEqualTo(DatasetDetails.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "title, expected 'key = value'",
    "autor = Ada, no such key: 'autor'; the keys are title",
    "title =, title has no value",
    "licence = CC BY, a licence is the address of its text",
    "licence = https:/x, a licence is the address of its text",
    "doi = zenodo.1234, a DOI looks like",
    "creator = Ada <orcid 1>, expected an address",
    "creator = Ada <https://x.org, expected a name",
  })
  void saysWhatIsWrong(String line, String fault) {
    assertThatThrownBy(() -> DatasetFile.parse("my.txt", "# one\ntitle = A\n" + line + "\n"))
        .isInstanceOf(DatasetFile.FaultyException.class)
        .hasMessageStartingWith("my.txt: line 3: ")
        .hasMessageContaining(fault);
  }

  @Test
  void namesEveryFault() {
    assertThatThrownBy(() -> DatasetFile.parse("my.txt", "title = A\ntitle = B\ndoi = x\n"))
        .hasMessageContainingAll("line 2: title stands there twice", "line 3: a DOI");
  }
}
