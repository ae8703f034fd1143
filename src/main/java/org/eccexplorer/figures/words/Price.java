package org.eccexplorer.figures.words;

import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.text.Texts;

/** What accuracy is paid with, in the unit of its axis, and how charts speak of it. */
public sealed interface Price {

    /** How energy is counted, and with it which operations are. */
    Accounting accounting();

    /** Of one image, up to each timestep of the SNN. */
    double[] until(RunSnapshot run);

    /** Of one image in the CNN. */
    double cnn(RunSnapshot run);

    String title();

    String axis();

    /** What the CNN needs. */
    String needed(double cnn);

    /** What a run has reached where it has cost as much as the CNN. */
    String reached(String run, String accuracy, int t);

    /** That no run has an answer by then. */
    String unreached();

    /** What is counted of a run. */
    String counted(RunSnapshot run);

    /** Microjoules. */
    record Energy(Accounting accounting) implements Price {
        @Override
        public double[] until(RunSnapshot run) {
            return run.energyUntil(accounting).stream()
                    .mapToDouble(EnergyParts::microjoules)
                    .toArray();
        }

        @Override
        public double cnn(RunSnapshot run) {
            return run.cnnMicrojoules(accounting);
        }

        @Override
        public String title() {
            return Texts.text("figures.energy.title");
        }

        @Override
        public String axis() {
            return Texts.text("figures.energy.axis");
        }

        @Override
        public String needed(double cnn) {
            return Texts.text("figures.energy.cnn", EnergyWords.microjoules(cnn));
        }

        @Override
        public String reached(String run, String accuracy, int t) {
            return Texts.text("figures.energy.reached", run, accuracy, t);
        }

        @Override
        public String unreached() {
            return Texts.text("figures.energy.unreached");
        }

        @Override
        public String counted(RunSnapshot run) {
            return Texts.text(
                    "figures.energy.by",
                    accounting.model().name(),
                    EnergyWords.counted(accounting, run));
        }
    }

    /** Millions of counted operations of the SNN, of multiply-accumulates of the CNN. */
    record Operations(Accounting accounting) implements Price {
        private static final double MILLION = 1e-6;

        @Override
        public double[] until(RunSnapshot run) {
            return run.energyUntil(accounting).stream()
                    .mapToDouble(parts -> parts.operations() * MILLION)
                    .toArray();
        }

        @Override
        public double cnn(RunSnapshot run) {
            return run.cost().macs() * MILLION;
        }

        @Override
        public String title() {
            return Texts.text("figures.operations.title");
        }

        @Override
        public String axis() {
            return Texts.text("figures.operations.axis");
        }

        @Override
        public String needed(double cnn) {
            return Texts.text("figures.operations.cnn", EnergyWords.operations(cnn / MILLION));
        }

        @Override
        public String reached(String run, String accuracy, int t) {
            return Texts.text("figures.operations.reached", run, accuracy, t);
        }

        @Override
        public String unreached() {
            return Texts.text("figures.operations.unreached");
        }

        @Override
        public String counted(RunSnapshot run) {
            return Texts.text(
                    "figures.energy.by",
                    EnergyWords.counted(accounting, run),
                    EnergyWords.updates(accounting));
        }
    }
}
