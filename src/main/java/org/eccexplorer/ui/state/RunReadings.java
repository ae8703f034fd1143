package org.eccexplorer.ui.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eccexplorer.app.live.ReadingBases;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.measure.votes.StoredVotes;

/**
 * How the classes of runs are read, while they go on and afterwards, as the user chooses for each
 * of them. What a choice leaves to calibration images is decided as soon as these are simulated;
 * until then a run stays as it was read before. For any thread.
 */
public final class RunReadings implements AutoCloseable {
    private final ReadingBases bases;
    private final AtomicBoolean news = new AtomicBoolean();
    private final Map<Integer, ReadingChoice> choices = new ConcurrentHashMap<>();
    private final Map<Integer, Decided> decided = new ConcurrentHashMap<>();

    /** What came of a choice. */
    private record Decided(ReadingChoice choice, Reading reading) {}

    RunReadings(Calibrations calibrations, Consumer<Exception> failed) {
        bases = new ReadingBases(calibrations, () -> news.set(true), failed);
    }

    /** A run of a session, which is read already. */
    void keep(RunState run) {
        run.snapshot()
                .ifPresent(read ->
                        decided.put(
                                run.id(), new Decided(run.settings().reading(), read.reading())));
    }

    /** From now on a run is read in this way. */
    void choose(RunState run, ReadingChoice choice) {
        choices.put(run.id(), choice);
        if (!choice.needsCalibration()) {
            bases.cancel(run);
        }
    }

    /** A run, read as it was chosen as far as that is decided. */
    RunState read(RunState run) {
        ReadingChoice choice = choices.getOrDefault(run.id(), run.settings().reading());
        RunState chosen = run.withReading(choice);
        return decided(chosen, choice).map(chosen::read).orElse(chosen);
    }

    private Optional<Reading> decided(RunState run, ReadingChoice choice) {
        if (run.settings().schedule() == Schedule.SYNCHRONOUS) {
            return Optional.of(Reading.PLAIN);
        }
        if (!choice.needsCalibration()) {
            return Optional.of(choice.decided(run.settings().timesteps()));
        }
        Decided before = decided.get(run.id());
        if (before != null && before.choice().equals(choice)) {
            return Optional.of(before.reading());
        }
        return bases.of(run)
                .map(votes -> {
                    Reading reading = choice.decided(votes);
                    decided.put(run.id(), new Decided(choice, reading));
                    return reading;
                });
    }

    /** Whether calibration images have to be simulated before a run is read as chosen. */
    public Optional<ReadingBases.Progress> waiting(RunState run) {
        return bases.progress(run);
    }

    /** What calibration images vote for in the network of a run, if that is known. */
    public Optional<StoredVotes> basis(RunState run) {
        return bases.known(run);
    }

    /** Simulates the calibration images of a run, if that has not been done yet. */
    public void begin(RunState run) {
        bases.of(run);
    }

    /** Whether more is decided, or more images are simulated, since the last call. */
    boolean takeNews() {
        return news.getAndSet(false);
    }

    @Override
    public void close() {
        bases.close();
    }
}
