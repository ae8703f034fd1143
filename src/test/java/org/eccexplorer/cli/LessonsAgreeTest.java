package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.lesson.ShippedLessons;
import org.junit.jupiter.api.Test;

/** The numbers of a lesson's network are those that the command line gives for its settings. */
class LessonsAgreeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A page of a lesson with its run made. */
    private static LessonState page(int lesson, int page) throws Exception {
        LessonState state = new LessonState(ShippedLessons.lesson(lesson), Progress.NONE);
        state.turn(page - 1);
        return state;
    }

    private static void compute(LessonState state) throws Exception {
        state.network()
                .orElseThrow()
                .compute(state.now().wanted().orElseThrow(), new Cancellation());
    }

    private static JsonNode run(LessonState state, String... options) throws Exception {
        NetworkSpec spec = state.network().orElseThrow().spec();
        List<String> all = new ArrayList<>(List.of("run", "--sample", spec.model(), "--json"));
        all.addAll(List.of("--limit", String.valueOf(spec.images())));
        all.addAll(List.of("--timesteps", String.valueOf(spec.steps())));
        all.addAll(List.of(options));
        Ecc ecc = Ecc.run(all.toArray(new String[0]));
        assertThat(ecc.code()).as(ecc.err()).isZero();
        return JSON.readTree(ecc.out());
    }

    private static double accuracy(JsonNode run, int t) {
        for (int i = 0; i < run.path("at").size(); i++) {
            if (run.path("at").get(i).intValue() == t) {
                return run.path("accuracy").get(i).doubleValue();
            }
        }
        throw new AssertionError("no accuracy at T = " + t);
    }

    private static void agree(LessonState state, JsonNode run, int t) {
        state.set("T", t);
        assertThat(state.now().of("accuracy")).isEqualTo(accuracy(run, t));
        assertThat(state.now().of("cnn")).isEqualTo(run.path("cnnAccuracy").doubleValue());
        assertThat(state.now().of("layers")).isEqualTo(run.path("layers").size());
        assertThat(state.now().of("images")).isEqualTo(run.path("images").intValue());
    }

    @Test
    void tooMuchCurrent() throws Exception {
        LessonState state = page(4, 4);
        state.set("percentile", 99.5);
        compute(state);
        JsonNode run = run(state, "--lambda", "p99.5");
        agree(state, run, 8);
        JsonNode layer = run.path("layers").get(1);
        assertThat(state.now().of("lambda"))
                .isEqualTo(run.path("lambda").path(layer.path("name").textValue()).doubleValue());
        assertThat(state.now().of("cut"))
                .isPositive()
                .isEqualTo(layer.path("clippedShare").doubleValue());
    }

    @Test
    void batchNormalisation() throws Exception {
        LessonState state = page(6, 3);
        compute(state);
        JsonNode broken = run(state, "--no-cmb", "--epsilon", "0.1");
        agree(state, broken, 32);
        state.set("epsilon", 0.001);
        compute(state);
        JsonNode mended = run(state);
        agree(state, mended, 32);
        assertThat(accuracy(broken, 32)).isLessThan(accuracy(mended, 32));
    }

    @Test
    void waitingForEachOther() throws Exception {
        LessonState state = page(7, 3);
        compute(state);
        JsonNode free = run(state);
        JsonNode waiting = run(state, "--schedule", "synchronous");
        for (int t : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            agree(state, free, t);
            assertThat(state.now().of("waiting_accuracy")).isEqualTo(accuracy(waiting, t));
        }
        assertThat(state.now().of("latency")).isEqualTo(waiting.path("latency").intValue());
        assertThat(free.path("latency").intValue()).isEqualTo(64);
    }

    @Test
    void energyAndTime() throws Exception {
        LessonState state = page(8, 2);
        state.set("percentile", 98);
        compute(state);
        JsonNode run = run(state, "--lambda", "p98");
        agree(state, run, 8);
        agree(state, run, 40);
        assertThat(state.now().of("operations")).isEqualTo(run.path("synOps").doubleValue());
        assertThat(state.now().of("macs")).isEqualTo(run.path("macs").doubleValue());
        assertThat(state.now().of("energy"))
                .isEqualTo(run.path("energy").get(0).path("ratio").doubleValue());
        int reach = (int) state.now().of("reach");
        assertThat(accuracy(run, reach)).isGreaterThanOrEqualTo(0.9);
        assertThat(accuracy(run, reach - 1)).isLessThan(0.9);
    }
}
