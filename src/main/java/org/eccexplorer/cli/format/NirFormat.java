package org.eccexplorer.cli.format;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.export.NirExport;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.ProgressLine;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.nir.certificate.Certificate;
import org.eccexplorer.nir.certificate.CertificateJson;
import org.eccexplorer.nir.certificate.ChipFit;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** NIR: one file for neuromorphic tools, and a certificate of what they make of it. */
@Command
public final class NirFormat implements ExportFormat {
    private static final String WORD = "nir";

    @Option(names = "--profile", paramLabel = "READER", descriptionKey = "option.profile")
    private @Nullable String profile;

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> given() {
        return profile == null ? List.of() : List.of("--profile");
    }

    @Override
    public void check() throws ProblemException {
        chosen();
    }

    private Profile chosen() throws ProblemException {
        return profile == null
                ? Profile.PLAIN
                : ConversionArguments.named(
                        "--profile", profile, List.of(Profile.values()), Profile::word);
    }

    @Override
    public ResultFolder claim(Path out, boolean force) throws ProblemException {
        return ResultFolder.claimFile(out, force);
    }

    @Override
    public void write(Path out, Material material) throws ProblemException {
        int images = material.limit().orElse(NirExport.IMAGES);
        ProgressLine line =
                new ProgressLine(material.err(), false, Texts.text("cli.format.compared"));
        Certificate certificate;
        try {
            certificate =
                    new NirExport(
                                    material.prepared(),
                                    material.experiment().test().limit(images),
                                    chosen(),
                                    line::update,
                                    material.cancellation())
                            .write(out.toAbsolutePath());
        } finally {
            line.end();
        }
        print(material.out(), out, certificate);
    }

    private static void print(PrintWriter out, Path file, Certificate certificate) {
        out.println(
                Texts.text(
                        "cli.format.certificate",
                        certificate.file(),
                        certificate.profile().title(),
                        certificate.model(),
                        Numbers.count(certificate.timesteps()),
                        Numbers.count(certificate.images()),
                        Numbers.percent(certificate.accuracy(), 1)));
        List<List<String>> readers = new ArrayList<>();
        for (Certificate.Entry entry : certificate.readers()) {
            readers.add(
                    List.of(
                            entry.reader().title(),
                            entry.verdict().word(),
                            entry.statement(),
                            entry.reader().words()));
        }
        TextTable.of(
                        Column.words(Texts.text("cli.format.reader")),
                        Column.words(Texts.text("cli.format.verdict")),
                        Column.words(Texts.text("cli.format.result")),
                        Column.words(Texts.text("cli.format.rule")))
                .print(out, readers);
        out.println();
        List<List<String>> chips = new ArrayList<>();
        for (ChipFit fit : certificate.chips()) {
            chips.add(List.of(fit.chip().title(), fit(fit)));
        }
        TextTable.of(
                        Column.words(Texts.text("cli.format.chip")),
                        Column.words(Texts.text("cli.format.fit")))
                .print(out, chips);
        out.println();
        certificate.notes().forEach(note -> out.println(Texts.text("cli.format.note", note)));
        if (certificate.inputScale() != 1) {
            out.println(Texts.text("cli.format.divide", Numbers.compact(certificate.inputScale())));
        }
        Path written = file.toAbsolutePath();
        out.println(Texts.text("cli.format.file", written, CertificateJson.beside(written)));
    }

    private static String fit(ChipFit fit) {
        return fit.fits()
                ? Texts.text("cli.format.chipFits")
                : Texts.text("cli.format.chipNot", fit.faults());
    }
}
