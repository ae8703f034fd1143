package org.eccexplorer.figures.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How it is spoken of how classes were read from the outputs of a run. */
public final class ReadingWords {
    private static final int DECIMALS = 2;

    private ReadingWords() {}

    /**
     * In sentences; none where all outputs count and every image is answered at T.
     *
     * @param choice what was asked for
     */
    public static List<String> sentences(RunSnapshot run, ReadingChoice choice) {
        List<String> sentences = new ArrayList<>();
        Reading reading = run.reading();
        if (reading.from() > 0) {
            sentences.add(
                    Texts.text(
                            "figures.reading.from",
                            reading.from() + 1,
                            start(reading, choice),
                            Reading.UNTIL_THEN));
        }
        EarlyAnswers early = run.early();
        if (early != null) {
            sentences.add(
                    Texts.text(
                            "figures.reading.early",
                            ReadingChoice.EARLY_EXIT.shown(choice.epsilon()),
                            Numbers.fixed(early.meanTimesteps(), DECIMALS),
                            early.before(run.timesteps()),
                            Texts.counted("figures.images", run.images()),
                            run.timesteps()));
        }
        return sentences;
    }

    /** t₀, and what it was decided on if it was. */
    private static String start(Reading reading, ReadingChoice choice) {
        return choice.from().equals(ReadingChoice.AUTO)
                ? Texts.text(
                        "figures.reading.auto",
                        reading.from(),
                        Texts.counted("figures.reading.calibrationImages", reading.calibrated()))
                : Texts.text("figures.reading.given", reading.from());
    }

    /** Accuracy as it is read and as it is where all outputs count and every image waits for T. */
    public static String result(RunSnapshot run) {
        int last = run.timesteps();
        String images = RunWords.images(run);
        String plain = Numbers.percent(run.read(Reading.PLAIN).accuracy(last), 1);
        if (run.reading().equals(Reading.PLAIN)) {
            return Texts.text("figures.reading.plain", plain, last, images);
        }
        String now = Numbers.percent(run.accuracy(last), 1);
        return run.early() == null
                ? Texts.text("figures.reading.result", now, last, images, plain)
                : Texts.text(
                        "figures.reading.resultEarly",
                        now,
                        Numbers.fixed(run.early().meanTimesteps(), DECIMALS),
                        last,
                        images,
                        plain);
    }

    /** Notes of a chart, and how its runs are read: once where all are read alike. */
    public static String notes(String notes, List<RunState> runs) {
        List<RunState> done = runs.stream().filter(run -> run.snapshot().isPresent()).toList();
        List<String> ways =
                done.stream().map(run -> briefly(run.snapshot().orElseThrow())).distinct().toList();
        List<String> all = new ArrayList<>(List.of(notes));
        if (ways.size() == 1) {
            all.addAll(ways);
        } else {
            for (RunState run : done) {
                String way = briefly(run.snapshot().orElseThrow());
                if (!way.isEmpty()) {
                    all.add(Texts.text("figures.ofRun", run.name(), way));
                }
            }
        }
        return all.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** In a few words; empty where all outputs count, every image at T. */
    private static String briefly(RunSnapshot run) {
        List<String> words = new ArrayList<>();
        if (run.reading().from() > 0) {
            words.add(
                    Texts.text(
                            "figures.reading.fromBriefly",
                            run.reading().from(),
                            Reading.UNTIL_THEN));
        }
        if (run.early() != null) {
            words.add(
                    Texts.text(
                            "figures.reading.earlyBriefly",
                            Numbers.fixed(run.early().meanTimesteps(), DECIMALS)));
        }
        return String.join(", ", words);
    }
}
