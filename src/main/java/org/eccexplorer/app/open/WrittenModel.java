package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Version;
import org.eccexplorer.network.Network;
import org.eccexplorer.onnx.OnnxModels;
import org.eccexplorer.onnx.OnnxWriter;
import org.eccexplorer.problem.ProblemException;

/** Writes networks as models that open again. */
public final class WrittenModel {
    private WrittenModel() {}

    /**
     * Writes a network as ONNX and reads it before it takes its place.
     *
     * @return what was read back
     * @throws ProblemException if a layer has no counterpart in ONNX, or nothing can be written
     */
    public static Network onnx(Path file, Network network) throws ProblemException {
        byte[] model = OnnxWriter.model(network, Version.NUMBER);
        AtomicReference<Network> again = new AtomicReference<>(network);
        AtomicFile.write(
                file,
                out -> out.write(model),
                written -> again.set(OnnxModels.read(ModelFile.read(written)).network()));
        return again.get();
    }
}
