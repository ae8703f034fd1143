package org.eccexplorer.app.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How a session's file names other files: relative to its folder if they lie under it, so that the
 * folder can be moved; else by their whole path.
 *
 * @param folder of the session's file
 */
record SessionPaths(Path folder) {
    /** A path, and behind it what {@code DataSets} reads of it. */
    private static final Pattern SOURCE =
            Pattern.compile("(.*?)((?:#[^#/\\\\]*)?(?:@\\d{1,9}:\\d{1,9})?)");

    static SessionPaths of(Path session) {
        Path folder = session.toAbsolutePath().getParent();
        return new SessionPaths(folder == null ? session.toAbsolutePath() : folder);
    }

    /** A path or source as the file keeps it. */
    String stored(String source) {
        Matcher parts = parts(source);
        Path target = Path.of(parts.group(1)).toAbsolutePath().normalize();
        String path =
                target.startsWith(folder)
                        ? folder.relativize(target).toString().replace('\\', '/')
                        : target.toString();
        return path + parts.group(2);
    }

    /** The source that a stored one stands for; as it is if it is a path of another system. */
    String source(String stored) {
        Matcher parts = parts(stored);
        return path(parts.group(1)).map(path -> path + parts.group(2)).orElse(stored);
    }

    /** Whether there is anything at a stored place. */
    boolean isThere(String stored) {
        return path(parts(stored).group(1)).filter(Files::exists).isPresent();
    }

    private Optional<Path> path(String stored) {
        try {
            return Optional.of(folder.resolve(stored).normalize());
        } catch (InvalidPathException otherSystem) {
            return Optional.empty();
        }
    }

    private static Matcher parts(String source) {
        Matcher parts = SOURCE.matcher(source);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern matches everything");
        }
        return parts;
    }

    /** The name of the bundled sample that an experiment is, null if it is none. */
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
