package org.eccexplorer.figures.words;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The early timestep whose figures stand beside those of T: the power of two nearest to T / 16, at
 * least 2. It is 16 for T = 256, 4 for T = 64, 2 for T = 32.
 */
public final class EarlyStep {
    private static final int PART = 16;

    private EarlyStep() {}

    /** The early timestep of T; none if T is not larger. */
    public static OptionalInt of(int timesteps) {
        int below = Math.max(2, Integer.highestOneBit(Math.max(1, timesteps / PART)));
        double wanted = (double) timesteps / PART;
        int step = 2 * below - wanted < wanted - below ? 2 * below : below;
        return step < timesteps ? OptionalInt.of(step) : OptionalInt.empty();
    }

    /** Accuracy at the early timestep of a run: "89.7 % at t = 16"; empty if there is none. */
    public static String accuracy(RunSnapshot run) {
        return text(run, t -> Numbers.percent(run.accuracy(t), 1));
    }

    /** SNN − CNN at the early timestep of a run: "−1.8 at t = 16"; empty if there is none. */
    public static String difference(RunSnapshot run) {
        return text(run, t -> Numbers.difference(RunWords.points(run, t), 1));
    }

    /** Energy of SNN / CNN up to the early timestep: "0.40× at t = 16"; empty if there is none. */
    public static String energy(RunSnapshot run, Accounting accounting) {
        return text(run, t -> EnergyWords.ratio(run.energyRatio(accounting, t)));
    }

    private static String text(RunSnapshot run, IntFunction<String> figure) {
        OptionalInt step = of(run.timesteps());
        return step.isPresent() && run.isKnown(step.getAsInt())
                ? Texts.text("figures.early.at", figure.apply(step.getAsInt()), step.getAsInt())
                : "";
    }
}
