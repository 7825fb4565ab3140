package org.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The packages follow the way of the data, and each library stays in the packages that need it. */
@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.entente.";

  /** From the source to the command line; a package knows only those before it. */
  private static final List<String> WAY =
      List.of(
          "source",
          "document",
          "annotation",
          "web",
          "wikidata",
          "analysis.language",
          "analysis.text",
          "analysis.time",
          "analysis.name",
          "analysis.gazetteer",
          "analysis.gazetteer.compile",
          "analysis.entity",
          "analysis",
          "report",
          "linking",
          "extraction",
          "consolidate",
          "correction",
          "rdf",
          "store",
          "endpoint.guard",
          "query",
          "export",
          "reconcile",
          "build",
          "endpoint.documents",
          "endpoint",
          "evaluate",
          "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entente");

  @TestFactory
  Stream<DynamicTest> dataFlowsOneWay() {
    return IntStream.range(0, WAY.size() - 1)
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    WAY.get(i),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + WAY.get(i))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                WAY.subList(i + 1, WAY.size()).stream()
                                    .map(name -> ROOT + name)
                                    .toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }

  @ArchTest
  static final ArchRule everyPackageHasItsPlace =
      noClasses()
          .that()
          .resideInAPackage("org.entente..")
          .should()
          .resideOutsideOfPackages(
              Stream.concat(WAY.stream().map(name -> ROOT + name), Stream.of(ROOT + "train.."))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.entente.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  /** Training reads and measures documents, but knows nothing of the graph. */
  @ArchTest
  static final ArchRule trainingKnowsNoGraph =
      noClasses()
          .that()
          .resideInAPackage("org.entente.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              WAY.subList(WAY.indexOf("extraction") + 1, WAY.size()).stream()
                  .filter(name -> !name.equals("evaluate"))
                  .map(name -> ROOT + name)
                  .toArray(String[]::new))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingButTheCommandLineNeedsTraining =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.entente.train..", "org.entente.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.entente.train..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule openNlpStaysWithTheLanguage =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.entente.analysis..", "org.entente.extraction", "org.entente.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("opennlp..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule jenaStaysWithTheGraph =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.entente.rdf",
              "org.entente.store",
              "org.entente.endpoint..",
              "org.entente.query",
              "org.entente.export",
              "org.entente.reconcile",
              "org.entente.build",
              "org.entente.evaluate",
              "org.entente.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.jena..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theWebStaysWithThoseWhoAskIt =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.entente.web", "org.entente.wikidata")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "org.wikidata.wdtk..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theTerminalBelongsToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.entente.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei.progressbar..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLineEndsTheProgram =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.entente.cli")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.entente.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule annotationsAndReportsAreRecords =
      noClasses()
          .that()
          .resideInAnyPackage("org.entente.annotation", "org.entente.report")
          .and(
              DescribedPredicate.describe(
                  "are no enums, interfaces or nested classes",
                  (JavaClass type) ->
                      !type.isEnum() && !type.isInterface() && !type.isNestedClass()))
          .should()
          .notBeAssignableTo(Record.class)
          .allowEmptyShould(true);
}
