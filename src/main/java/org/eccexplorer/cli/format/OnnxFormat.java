package org.eccexplorer.cli.format;

import java.nio.file.Path;
import org.eccexplorer.app.export.OnnxExport;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The CNN with batch normalisation folded as ONNX, for tools that quantise it themselves. */
public final class OnnxFormat implements ExportFormat {
    /** So many test images are evaluated again if nothing is said. */
    private static final int IMAGES = 100;

    @Override
    public String word() {
        return "onnx";
    }

    @Override
    public ResultFolder claim(Path out, boolean force) throws ProblemException {
        return ResultFolder.claimFile(out, force);
    }

    @Override
    public void write(Path out, Material material) throws ProblemException {
        OnnxExport.Agreement agreement =
                OnnxExport.write(
                        out,
                        material.prepared(),
                        material.experiment().test().limit(material.limit().orElse(IMAGES)));
        material.out()
                .println(
                        Texts.text(
                                "cli.format.onnx",
                                Numbers.count(agreement.same()),
                                Texts.counted("cli.images", agreement.images()),
                                Numbers.compact(agreement.error()),
                                out.toAbsolutePath()));
    }
}
