package org.eccexplorer.nir.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.eccexplorer.nir.NirGraph;
import org.eccexplorer.nir.NirNode;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.nir.certificate.ReaderRule.Delay;
import org.eccexplorer.text.Texts;

/**
 * The readers of NIR, each with the rule by which it simulates an IF neuron and with what it takes.
 * Read in the sources that docs/nir.md names.
 */
public enum Reader {
    /** This program, which knows from the file that spikes subtract. */
    ECC("ecc", rule(true, 1, false, false, false, false, Delay.NONE)),
    /** The words of the format since 1.0.6: a spike where v is above the threshold, then v = 0. */
    FORMAT("format", rule(false, 1, false, false, true, false, Delay.NONE)),
    /** snnTorch 0.9: Leaky with β = 0.9, whatever the file says. */
    SNNTORCH("snntorch", rule(true, 0.9f, false, false, true, true, Delay.NONE)),
    /** snnTorch since pull request 452: β = 1. */
    SNNTORCH_452("snntorch452", rule(true, 1, false, false, true, true, Delay.NONE)),
    /** sinabs: IAFSqueeze, which sends several spikes and holds V above −V_thr. */
    SINABS("sinabs", rule(true, 1, true, true, false, false, Delay.NONE)),
    /** Norse: IAFCell; poolings of both kinds, by NIRTorch. */
    NORSE("norse", rule(false, 1, false, false, true, false, Delay.NONE)),
    /** Spyx, where a neuron fires before it adds its current. */
    SPYX("spyx", rule(true, 1, false, false, true, false, Delay.FIRES_FIRST)),
    /** SpikingJelly: IFNode with v_reset = 0. */
    SPIKINGJELLY("spikingjelly", rule(false, 1, false, false, false, false, Delay.NONE)),
    /** py-spinnaker2 with its standard settings. */
    SPINNAKER2("spinnaker2", rule(true, 1, false, false, false, false, Delay.ARRIVES_NEXT));

    private static final float SPIKINGJELLY_R = 10_000;

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final ReaderRule rule;

    Reader(String key, ReaderRule rule) {
        this.key = key;
        this.rule = rule;
    }

    private static ReaderRule rule(
            boolean subtracts,
            float decay,
            boolean several,
            boolean clamps,
            boolean strict,
            boolean owes,
            Delay delay) {
        return new ReaderRule(subtracts, decay, several, clamps, strict, owes, delay);
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return Texts.name(this);
    }

    /** How it simulates, in words. */
    public String words() {
        return switch (this) {
            case ECC -> Texts.text("nir.certificate.rule.ecc");
            case FORMAT -> Texts.text("nir.certificate.rule.format");
            case SNNTORCH -> Texts.text("nir.certificate.rule.snntorch");
            case SNNTORCH_452 -> Texts.text("nir.certificate.rule.snntorch452");
            case SINABS -> Texts.text("nir.certificate.rule.sinabs");
            case NORSE -> Texts.text("nir.certificate.rule.norse");
            case SPYX -> Texts.text("nir.certificate.rule.spyx");
            case SPIKINGJELLY -> Texts.text("nir.certificate.rule.spikingjelly");
            case SPINNAKER2 -> Texts.text("nir.certificate.rule.spinnaker2");
        };
    }

    /** The rule by which it simulates. */
    public ReaderRule rule() {
        return rule;
    }

    /**
     * Why a reader does not read a graph.
     *
     * @param why in words
     * @param profile in which it would read the network; empty: in none
     */
    public record Refusal(String why, Optional<Profile> profile) {
        /** In a sentence. */
        String statement() {
            return profile.map(wanted ->
                            Texts.text("nir.certificate.readsProfile", why, wanted.word()))
                    .orElseGet(() -> Texts.text("nir.certificate.doesNotRead", why));
        }
    }

    /** Why it cannot read a graph; empty if it can. */
    public Optional<Refusal> refusal(NirGraph graph) {
        if (this == SINABS) {
            Optional<String> lost = DepthFirst.runTooEarly(graph);
            if (lost.isPresent()) {
                String why = Texts.text("nir.certificate.losesBranch", lost.get());
                return Optional.of(new Refusal(why, Optional.empty()));
            }
        }
        return graph.nodes().values().stream()
                .flatMap(node -> refusal(node).stream())
                .findFirst()
                .or(() -> outputs(graph))
                .map(why -> new Refusal(why, Optional.of(wanted())));
    }

    /** The profile that is made for it. */
    private Profile wanted() {
        return switch (this) {
            case ECC, FORMAT, NORSE -> Profile.PLAIN;
            case SNNTORCH, SNNTORCH_452 -> Profile.SNNTORCH;
            case SINABS, SPYX -> Profile.SINABS;
            case SPIKINGJELLY -> Profile.SPIKINGJELLY;
            case SPINNAKER2 -> Profile.SPINNAKER2;
        };
    }

    private Optional<String> outputs(NirGraph graph) {
        return this == SPINNAKER2 && !outputsFire(graph)
                ? Optional.of(Texts.text("nir.certificate.outputsMustFire"))
                : Optional.empty();
    }

    private static boolean outputsFire(NirGraph graph) {
        return graph.edges().stream()
                .filter(edge -> graph.nodes().get(edge.to()) instanceof NirNode.Output)
                .allMatch(
                        edge -> graph.nodes().get(edge.from()) instanceof NirNode.IntegrateAndFire);
    }

    private Optional<String> refusal(NirNode node) {
        return switch (node) {
            case NirNode.Pooling pooling -> {
                boolean takes =
                        switch (this) {
                            case ECC, FORMAT, NORSE -> true;
                            case SNNTORCH, SNNTORCH_452, SPIKINGJELLY -> !pooling.sums();
                            case SINABS, SPYX -> pooling.sums();
                            case SPINNAKER2 ->
                                    pooling.sums()
                                            && Arrays.equals(pooling.kernel(), pooling.stride());
                        };
                yield takes
                        ? Optional.empty()
                        : Optional.of(Texts.text("nir.certificate.notRead", pooling.type()));
            }
            case NirNode.Flatten flatten when isSnnTorch() && flatten.first() == 0 ->
                    Optional.of(Texts.text("nir.certificate.flattensBatch"));
            case NirNode.IntegrateAndFire neurons -> resistance(neurons.r()[0]);
            default -> Optional.empty();
        };
    }

    private boolean isSnnTorch() {
        return this == SNNTORCH || this == SNNTORCH_452;
    }

    private Optional<String> resistance(float r) {
        boolean takes =
                switch (this) {
                    case SPIKINGJELLY -> r == SPIKINGJELLY_R;
                    case SNNTORCH, SNNTORCH_452, SPINNAKER2 -> r == 1;
                    case ECC, FORMAT, SINABS, NORSE, SPYX -> true;
                };
        return takes
                ? Optional.empty()
                : Optional.of(Texts.text("nir.certificate.otherR", Math.round(r)));
    }
}
