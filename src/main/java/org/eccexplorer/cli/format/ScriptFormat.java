package org.eccexplorer.cli.format;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.export.ScriptRun;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.script.Expected;
import org.eccexplorer.script.ScriptFiles;
import org.eccexplorer.script.ScriptKind;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** A script that simulates the network elsewhere, with all that it needs, in a folder. */
public final class ScriptFormat implements ExportFormat {
    /** So many images go with a script if nothing is said. */
    private static final int IMAGES = 100;

    private final ScriptKind kind;
    private final ScriptArguments arguments;

    ScriptFormat(ScriptKind kind, ScriptArguments arguments) {
        this.kind = kind;
        this.arguments = arguments;
    }

    @Override
    public String word() {
        return kind.word();
    }

    @Override
    public List<String> given() {
        return arguments.given();
    }

    @Override
    public void check() throws ProblemException {
        arguments.reading();
    }

    @Override
    public ResultFolder claim(Path out, boolean force) throws ProblemException {
        return ResultFolder.claim(out, ScriptFiles.EXPERIMENT, force);
    }

    @Override
    public void write(Path out, Material material) throws ProblemException {
        Prepared converted = material.prepared();
        Prepared prepared = converted.with(arguments.apply(converted.settings()));
        ScriptFiles.check(kind, prepared.network());
        LabelledImages images = material.experiment().test().limit(material.limit().orElse(IMAGES));
        Reading reading =
                ReadingBasis.decided(
                        prepared,
                        material.experiment().calibration(),
                        done -> {},
                        material.cancellation());
        Expected expected =
                ScriptRun.expected(prepared, images, reading, done -> {}, material.cancellation());
        ScriptFiles.write(out, kind, prepared.network(), images, expected);
        material.out()
                .println(
                        Texts.text(
                                "cli.format.script",
                                Texts.counted("cli.images", images.count()),
                                expected.timesteps(),
                                Numbers.percent(expected.accuracy(), 2),
                                out.resolve(ScriptKind.SCRIPT).toAbsolutePath()));
    }
}
