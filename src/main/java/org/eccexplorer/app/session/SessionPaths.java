package org.eccexplorer.app.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.files.RemotePath;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How a session's file names other files: relative to its folder if they lie under it, so that the
 * folder can be moved; else by their whole path.
 *
 * @param folder of the session's file
 */
record SessionPaths(Path folder) {
    static SessionPaths of(Path session) {
        Path folder = session.toAbsolutePath().getParent();
        return new SessionPaths(folder == null ? session.toAbsolutePath() : folder);
    }

    /** A path or source as the file keeps it. */
    String stored(String source) {
        return DataSpec.of(source).withFiles(this::storedPath).toString();
    }

    private String storedPath(String file) {
        Path target = Path.of(file).toAbsolutePath().normalize();
        return target.startsWith(folder)
                ? folder.relativize(target).toString().replace('\\', '/')
                : target.toString();
    }

    /** The source that a stored one stands for; as it is if it is a path of another system. */
    String source(String stored) {
        return DataSpec.of(stored)
                .withFiles(file ->
                        RemotePath.leadsAway(file, folder)
                                ? file
                                : path(file).map(Path::toString).orElse(file))
                .toString();
    }

    /** Whether there is anything at a stored place, as far as that is on this machine. */
    boolean exists(String stored) {
        return !leadsAway(stored) && isThere(stored);
    }

    /** Whether a stored place is on another machine, which is not asked without a user's word. */
    boolean leadsAway(String stored) {
        return RemotePath.leadsAway(DataSpec.of(stored).file(), folder);
    }

    /** Whether there is anything at a place that a user has chosen. */
    boolean isThere(String place) {
        return path(DataSpec.of(place).file()).filter(Files::exists).isPresent();
    }

    private Optional<Path> path(String stored) {
        try {
            return Optional.of(folder.resolve(stored).normalize());
        } catch (InvalidPathException otherSystem) {
            return Optional.empty();
        }
    }

    /** The name of the bundled model of an experiment, null if it has none. */
    static @Nullable String sample(Experiment experiment) {
        try {
            for (String name : BundledModels.names()) {
                BundledModels.Sample sample = BundledModels.open(name);
                boolean same =
                        sample.model().equals(experiment.model().file())
                                && sample.test().equals(experiment.dataSource())
                                && sample.calibration().equals(experiment.calibrationSource());
                if (same) {
                    return name;
                }
            }
        } catch (ProblemException noSamples) {
            return null;
        }
        return null;
    }
}
