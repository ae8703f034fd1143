package org.eccexplorer.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.Resources;
import org.eccexplorer.app.export.NirExport;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.nir.certificate.Certificate;
import org.eccexplorer.nir.certificate.Reader;
import org.eccexplorer.nir.certificate.Verdict;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NIR files as models, and certificates, by way of the program. */
class OpenedTest {
    private static final int IMAGES = 20;
    private static final int T = 16;

    @TempDir private Path folder = Path.of("");

    private static Prepared digits(Experiment digits, boolean residualElimination)
            throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.RESIDUAL_ELIMINATION, residualElimination);
        return Prepared.of(
                digits.model(),
                digits.calibration(),
                Settings.standard().withTimesteps(T).with(options),
                new Cancellation());
    }

    private Certificate written(Experiment digits, Prepared prepared, Profile profile)
            throws ProblemException {
        return new NirExport(
                        prepared, digits.test(), profile, (done, all) -> {}, new Cancellation())
                .write(folder.resolve("digits.nir"));
    }

    private static Certificate.Entry of(Certificate certificate, Reader reader) {
        return certificate.readers().get(reader.ordinal());
    }

    @Test
    void withoutInitialPotentialTheFileIsFaithful() throws Exception {
        Experiment digits = Experiment.sample("digits", IMAGES);
        Certificate certificate = written(digits, digits(digits, false), Profile.SPIKINGJELLY);
        assertThat(of(certificate, Reader.ECC).verdict()).isEqualTo(Verdict.FAITHFUL);
        assertThat(of(certificate, Reader.ECC).differing()).isZero();
        assertThat(of(certificate, Reader.SPIKINGJELLY).refusal()).isEmpty();
        assertThat(of(certificate, Reader.SPIKINGJELLY).differing()).isPositive();
        assertThat(of(certificate, Reader.SINABS).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(of(certificate, Reader.SINABS).refusal()).contains("AvgPool2d");
        assertThat(of(certificate, Reader.SNNTORCH).refusal()).isNotEmpty();
        assertThat(certificate.notes()).isEmpty();
    }

    @Test
    void initialPotentialIsSpreadAndSaid() throws Exception {
        Experiment digits = Experiment.sample("digits", IMAGES);
        Certificate certificate = written(digits, digits(digits, true), Profile.PLAIN);
        assertThat(of(certificate, Reader.ECC).differing()).isPositive();
        assertThat(certificate.notes()).anyMatch(note -> note.contains("V(0)"));
    }

    @Test
    void aFileRunsAsItsNetworkDoes() throws Exception {
        Experiment digits = Experiment.sample("digits", IMAGES);
        Prepared prepared = digits(digits, false);
        written(digits, prepared, Profile.PLAIN);
        LoadedModel model = LoadedModel.open(folder.resolve("digits.nir"));
        Prepared read =
                Prepared.of(
                        model,
                        digits.calibration(),
                        Settings.standard().withTimesteps(T),
                        new Cancellation());
        assertThat(read.settings().conversion().techniques()).isEqualTo("none");
        RunSnapshot expected = ran(prepared, digits);
        RunSnapshot found = ran(read, digits);
        assertThat(found.spikesPerImage()).isEqualTo(expected.spikesPerImage());
        for (int t = 1; t <= T; t++) {
            assertThat(found.accuracy(t)).isEqualTo(expected.accuracy(t));
        }
    }

    @Test
    void itHasNoScaleThatIsMeasured() throws Exception {
        Experiment digits = Experiment.sample("digits", IMAGES);
        written(digits, digits(digits, false), Profile.PLAIN);
        Experiment opened =
                Experiment.open(
                        LoadedModel.open(folder.resolve("digits.nir")),
                        "digits",
                        null,
                        IMAGES,
                        List.of());
        assertThat(opened.isCalibratedOnTest("")).isFalse();
    }

    @Test
    void whatIsNoNirFileIsNotTakenForKeras() throws Exception {
        Path text = Files.writeString(folder.resolve("text.nir"), "hello");
        assertThatThrownBy(() -> LoadedModel.open(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("HDF5")
                .hasMessageNotContaining("Keras");
    }

    @Test
    void aLeakIsRefusedForTheNetworkNotForALayer() throws Exception {
        Experiment digits = Experiment.sample("digits", IMAGES);
        Prepared leaky =
                Prepared.of(
                        digits.model(),
                        digits.calibration(),
                        Settings.standard()
                                .with(ConversionOptions.ecc().with(ConversionOptions.LEAK, 0.1)),
                        new Cancellation());
        assertThatThrownBy(() -> GraphBuilder.write(leaky.network(), Profile.PLAIN, T))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The network cannot be written as NIR");
    }

    private static RunSnapshot ran(Prepared prepared, Experiment digits) throws ProblemException {
        return new RunJob(prepared, digits.test()).run(tally -> {}, new Cancellation());
    }

    /** Every foreign file that is read is a model with its layers, as others are. */
    @Test
    void foreignFilesAreModels() throws Exception {
        for (String name : List.of("pooled", "summed", "residual", "vectors", "sequence")) {
            LoadedModel model = LoadedModel.open(Resources.path("nir/" + name + ".nir"));
            assertThat(model.id().format()).isEqualTo("NIR 1.0.7 (.nir)");
            assertThat(model.model().warnings()).anyMatch(said -> said.contains("resets V to 0"));
            assertThat(model.network().outputShape().isVector()).isTrue();
        }
    }
}
