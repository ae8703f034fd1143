package org.eccexplorer.cli.format;

import java.nio.file.Path;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/** Arrays and what they mean: {@code network.json} and {@code network.npz} in a folder. */
public final class NetworkFormat implements ExportFormat {
    /** The format that is written if none is named. */
    public static final String WORD = "network";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public ResultFolder claim(Path out, boolean force) throws ProblemException {
        return ResultFolder.claim(out, NetworkFiles.NETWORK, force);
    }

    @Override
    public void write(Path out, Material material) throws ProblemException {
        SpikingNetwork network = material.prepared().network();
        LabelledImages images = material.experiment().test();
        NetworkFiles.write(out, network, images);
        material.out()
                .println(
                        Texts.text(
                                "cli.format.written",
                                Texts.counted("cli.layers", network.layers().size()),
                                Texts.counted("cli.neurons", network.neurons()),
                                Texts.counted("cli.images", images.count()),
                                out));
    }
}
