package org.eccexplorer.nir.certificate;

import java.util.List;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What readers make of a file, found by simulating the rule of each on the network as it was read
 * back from the file, beside the simulation of this program.
 *
 * @param file its name, without a folder
 * @param sha256 of the file, in hexadecimal
 * @param images that were compared
 * @param accuracy of the simulation here; NaN without labels
 * @param notes what the format could not hold
 * @param readers one entry for each
 * @param chips whether it fits on each
 */
public record Certificate(
        String file,
        String sha256,
        String model,
        Profile profile,
        int timesteps,
        int images,
        double accuracy,
        double inputScale,
        List<String> notes,
        List<Entry> readers,
        List<ChipFit> chips) {
    /** The accuracy that may be lost, as a share. */
    private static final double TOLERANCE = 0.01;

    public Certificate {
        notes = List.copyOf(notes);
        readers = List.copyOf(readers);
        chips = List.copyOf(chips);
    }

    /**
     * What one reader makes of it.
     *
     * @param refusal why it does not read the file; empty if it does
     * @param statement the result in a sentence
     * @param accuracy NaN without labels, or if it does not read the file
     * @param layers that fire; none if it does not read the file
     */
    public record Entry(
            Reader reader,
            Verdict verdict,
            String refusal,
            String statement,
            double accuracy,
            double sameAnswers,
            List<Comparison.Layer> layers) {
        public Entry {
            layers = List.copyOf(layers);
        }

        /** A reader that does not read the file. */
        public static Entry refused(Reader reader, Reader.Refusal refusal) {
            return new Entry(
                    reader,
                    Verdict.UNSUPPORTED,
                    refusal.why(),
                    refusal.statement(),
                    Double.NaN,
                    Double.NaN,
                    List.of());
        }

        /** A reader whose rule was simulated. */
        public static Entry compared(Reader reader, Comparison comparison, double ownAccuracy) {
            double lost =
                    Double.isNaN(ownAccuracy)
                            ? 1 - comparison.sameAnswers()
                            : ownAccuracy - comparison.accuracy();
            List<Comparison.Layer> layers = comparison.layers();
            boolean same = layers.stream().allMatch(layer -> layer.differing() == 0);
            Verdict verdict =
                    same && comparison.sameAnswers() == 1
                            ? Verdict.FAITHFUL
                            : lost <= TOLERANCE + 1e-9 ? Verdict.APPROXIMATE : Verdict.UNSUPPORTED;
            return new Entry(
                    reader,
                    verdict,
                    "",
                    statement(verdict, comparison),
                    comparison.accuracy(),
                    comparison.sameAnswers(),
                    layers);
        }

        /** Neurons that fire. */
        public long neurons() {
            return Comparison.neurons(layers);
        }

        /** Neurons whose count differs on at least one image. */
        public long differing() {
            return Comparison.differing(layers);
        }

        private static String statement(Verdict verdict, Comparison comparison) {
            List<Comparison.Layer> layers = comparison.layers();
            if (verdict == Verdict.FAITHFUL) {
                return Texts.text("nir.certificate.sameCounts");
            }
            String differ =
                    Texts.text(
                            "nir.certificate.differ",
                            Numbers.count(Comparison.differing(layers)),
                            Numbers.count(Comparison.neurons(layers)));
            String answers =
                    Double.isNaN(comparison.accuracy())
                            ? Texts.text(
                                    "nir.certificate.sameAnswers",
                                    Numbers.percent(comparison.sameAnswers(), 1))
                            : Texts.text(
                                    "nir.certificate.accuracy",
                                    Numbers.percent(comparison.accuracy(), 1));
            return Texts.text(
                    verdict == Verdict.APPROXIMATE
                            ? "nir.certificate.both"
                            : "nir.certificate.notFaithful",
                    differ,
                    answers);
        }
    }
}
