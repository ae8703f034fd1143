package org.eccexplorer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies, and who may use what. */
@AnalyzeClasses(packages = "org.eccexplorer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule direction =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("Main")
                    .definedBy("org.eccexplorer")
                    .layer("cli")
                    .definedBy("..cli..")
                    .layer("ui")
                    .definedBy("..ui..")
                    .layer("app")
                    .definedBy("..app..")
                    .layer("export")
                    .definedBy("..export..")
                    .layer("measure")
                    .definedBy("..measure..")
                    .layer("sim")
                    .definedBy("..sim..")
                    .layer("convert")
                    .definedBy("..convert..")
                    .layer("keras")
                    .definedBy("..keras..")
                    .layer("torch")
                    .definedBy("..torch..")
                    .layer("container")
                    .definedBy("..container..")
                    .layer("dataset")
                    .definedBy("..dataset..")
                    .layer("plot")
                    .definedBy("..plot..")
                    .layer("network")
                    .definedBy("..network..")
                    .layer("tensor")
                    .definedBy("..tensor..")
                    .layer("problem")
                    .definedBy("..problem..")
                    .whereLayer("Main")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("cli")
                    .mayOnlyBeAccessedByLayers("Main")
                    .whereLayer("ui")
                    .mayOnlyBeAccessedByLayers("Main", "cli")
                    .whereLayer("app")
                    .mayOnlyBeAccessedByLayers("Main", "cli", "ui")
                    .whereLayer("export")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app")
                    .whereLayer("measure")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app", "export")
                    .whereLayer("sim")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app", "export", "measure")
                    .whereLayer("convert")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app", "export")
                    .whereLayer("keras")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app")
                    .whereLayer("torch")
                    .mayOnlyBeAccessedByLayers("app")
                    .whereLayer("container")
                    .mayOnlyBeAccessedByLayers("keras", "torch", "dataset", "app")
                    .whereLayer("dataset")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app", "export")
                    .whereLayer("plot")
                    .mayOnlyBeAccessedByLayers("cli", "ui", "app", "export");

    @ArchTest
    static final ArchRule theBottomStandsAlone =
            noClasses()
                    .that()
                    .resideInAnyPackage("..tensor..", "..problem..", "..plot..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "..network..",
                                    "..keras..",
                                    "..torch..",
                                    "..container..",
                                    "..dataset..",
                                    "..convert..",
                                    "..sim..",
                                    "..measure..",
                                    "..export..",
                                    "..app..",
                                    "..cli..",
                                    "..ui.."));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.eccexplorer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyModelsAndDataReadHdf5 =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..keras..", "..container..", "..dataset..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.jhdf..");

    @ArchTest
    static final ArchRule onlyOnePackageUsesNd4j =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..tensor.nd4j..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule onlyTheWindowUsesJavaFx =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..",
                            "org.controlsfx..",
                            "impl.org.controlsfx..",
                            "eu.hansolo.tilesfx..");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noBrowserInside =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx.scene.web..");

    @ArchTest
    static final ArchRule threadsOnlyInJobs =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..app..", "..ui.fx..", "..cli..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ExecutorService")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.lang.Thread");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..cli..", "org.eccexplorer")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");
}
