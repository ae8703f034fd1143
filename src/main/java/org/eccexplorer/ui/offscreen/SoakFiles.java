package org.eccexplorer.ui.offscreen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.problem.ProblemException;

/**
 * Files that a window opens, again and again.
 *
 * @param start a session without runs, which the window begins with and comes back to
 * @param good others that open, or lead to a question
 * @param bad that are refused
 */
record SoakFiles(Path start, List<Path> good, List<Path> bad) {
    /** Writes them into a folder. */
    static SoakFiles write(Path folder, Experiment experiment, Settings settings)
            throws IOException, ProblemException {
        Path start = folder.resolve("start.eccx");
        SessionFile.write(start, SessionState.of(experiment, settings, Set.of()));
        Path model = experiment.model().file();
        byte[] whole = Files.readAllBytes(start);
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        String ending = String.valueOf(model.getFileName()).replaceFirst("^.*\\.", ".");
        byte[] half = Files.readAllBytes(model);
        return new SoakFiles(
                start,
                List.of(start, model),
                List.of(
                        write(folder, "cut.eccx", Arrays.copyOf(whole, whole.length / 2)),
                        write(folder, "noise.eccx", noise),
                        write(folder, "cut" + ending, Arrays.copyOf(half, half.length / 2)),
                        write(folder, "noise.keras", noise),
                        write(folder, "noise.onnx", noise),
                        write(folder, "noise.npz", noise),
                        write(folder, "noise.png", noise),
                        write(folder, "deep.json", "[".repeat(9_000)),
                        folder.resolve("missing.h5")));
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
