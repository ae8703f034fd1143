package org.eccexplorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Who may use what; that floors only look down is held by {@link FloorsTest}. */
@AnalyzeClasses(packages = "org.eccexplorer", importOptions = ProgramOnly.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.eccexplorer.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule simulationAndMeasuresKnowNoConversion =
            noClasses()
                    .that()
                    .resideInAnyPackage("..spiking..", "..sim..", "..measure..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..convert..");

    @ArchTest
    static final ArchRule kernelsBelongToTheSimulation =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..sim..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..sim.kernel..");

    @ArchTest
    static final ArchRule readersOfModelsAreAskedOnlyToOpen =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..keras..",
                            "..torch..",
                            "..onnx..",
                            "..channelsfirst..",
                            "..app.open..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..keras..", "..torch..", "..onnx..", "..channelsfirst..");

    @ArchTest
    static final ArchRule filesKnowAnInterfaceOfTheWindow =
            noClasses()
                    .that()
                    .resideInAPackage("..ui.files..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..ui.window..");

    @ArchTest
    static final ArchRule onlyModelsAndDataReadHdf5 =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..keras..", "..container..", "..dataset..", "..nir..")
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
    static final ArchRule stateKnowsNoScene =
            noClasses()
                    .that()
                    .resideInAPackage("..ui.state..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    /** The clock on the wall may be set back: it measures nothing and names nothing. */
    @ArchTest
    static final ArchRule nothingHangsOnTheClock =
            noClasses()
                    .that()
                    // It says how long the start took, which the system measures by that clock.
                    .doNotHaveSimpleName("ExplorerBench")
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callConstructor(Date.class);

    /** Others leave a picture of what they show in memory when their page goes. */
    @ArchTest
    static final ArchRule oneKindOfScrollPane =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("LiveScroll")
                    .should()
                    .callConstructor(ScrollPane.class)
                    .orShould()
                    .callConstructor(ScrollPane.class, Node.class);

    @ArchTest
    static final ArchRule noBrowserInside =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx.scene.web..");

    @ArchTest
    static final ArchRule threadsOnlyInJobs =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..app..", "..ui.fx..", "..ui.offscreen..", "..cli..")
                    .and()
                    // It waits for the sample before JavaFX has a thread.
                    .doNotHaveSimpleName("ExplorerWindow")
                    .and()
                    // It gives locks back where the program is interrupted.
                    .doNotHaveSimpleName("ProcessLock")
                    .and()
                    // It stops between pictures where its thread is interrupted.
                    .doNotHaveSimpleName("PictureSeries")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ExecutorService")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
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
