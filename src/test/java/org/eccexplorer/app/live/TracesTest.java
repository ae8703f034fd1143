package org.eccexplorer.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is kept of images that were looked at. */
class TracesTest {
    private static final Settings SETTINGS = Settings.standard().withTimesteps(8).withThreads(1);

    private final BlockingQueue<RunState> published = new LinkedBlockingQueue<>();
    private final Map<Integer, ViewedImage> looked = new HashMap<>();
    private final Semaphore ready = new Semaphore(0);
    private Experiment experiment;
    private RunState run;

    @BeforeEach
    void simulate() throws ProblemException, InterruptedException {
        experiment = Experiment.sample("digits", 12);
        try (LiveRuns live = new LiveRuns(experiment, 0, published::add, failure -> {})) {
            live.queue(SETTINGS, 0);
            do {
                run = published.take();
            } while (run.isActive());
        }
    }

    private Prepared prepared() {
        return run.prepared().orElseThrow();
    }

    /** The same object whenever it is looked at. */
    private ViewedImage viewed(int image) {
        return looked.computeIfAbsent(image, i -> ViewedImage.of(experiment.test(), i));
    }

    private ImageTrace look(Traces traces, int image) throws InterruptedException {
        ViewedImage viewed = viewed(image);
        if (traces.get(run, viewed).isEmpty()) {
            ready.acquire();
        }
        return traces.get(run, viewed).orElseThrow();
    }

    @Test
    void asManyAreKeptAsThereIsRoomForButTwo() throws InterruptedException {
        long each = ImageTrace.bytes(prepared());
        try (Traces traces = new Traces(ready::release, new TraceRoom(3 * each))) {
            ImageTrace first = look(traces, 0);
            ImageTrace second = look(traces, 1);
            look(traces, 2);
            assertThat(look(traces, 0)).isSameAs(first);
            look(traces, 3);
            assertThat(look(traces, 0)).isSameAs(first);
            assertThat(look(traces, 1)).isNotSameAs(second);
        }
        try (Traces traces = new Traces(ready::release, new TraceRoom(each))) {
            ImageTrace first = look(traces, 0);
            look(traces, 1);
            assertThat(look(traces, 0)).isSameAs(first);
        }
    }

    @Test
    void anImageThatDoesNotFitIsRefusedByName() {
        TraceRoom room = new TraceRoom(ImageTrace.bytes(prepared()) - 1);
        try (Traces traces = new Traces(ready::release, room)) {
            assertThat(traces.get(run, viewed(0))).isEmpty();
        }
        assertThat(room.refusal(prepared()).orElseThrow()).contains("T = 8");
        assertThat(new TraceRoom(room.most() + 1).refusal(prepared())).isEmpty();
    }

    /** A bit of each neuron and timestep, and an activation. */
    @Test
    void whatAnImageTakesGrowsWithTheTimesteps() {
        long neurons = prepared().network().neurons();
        assertThat(ImageTrace.bytes(prepared())).isEqualTo(neurons * (8 / 8 + 4));
    }
}
