package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.text.Texts;

/**
 * A CNN that a conversion made of the trained one on its way, and that answers differently.
 *
 * @param what was changed, besides all that was changed before: "with …"
 */
public record RewrittenCnn(String what, Network network) {

    /**
     * The CNNs after each rewrite: activations replaced, then maximum pooling, then batch
     * normalisation folded with another ε than it was trained with.
     *
     * @param activated the CNN after the first of them
     * @param pooled the CNN after the second
     */
    static List<RewrittenCnn> of(
            ActivationRewrite activated, MaximumPoolingRewrite pooled, ConversionOptions options) {
        List<RewrittenCnn> rewrites = new ArrayList<>();
        if (!activated.replaced().isEmpty()) {
            rewrites.add(
                    new RewrittenCnn(
                            Texts.text("convert.withRelu", counted(activated.replaced())),
                            activated.network()));
        }
        if (!pooled.notes().isEmpty()) {
            List<String> layers = pooled.notes().stream().map(LayerNote::layer).toList();
            String what = Texts.text("convert.withAveragePooling", String.join(", ", layers));
            rewrites.add(new RewrittenCnn(what, pooled.network()));
        }
        if (!options.batchNormConsistency()) {
            Network folded = withEpsilon(pooled.network(), options.epsilon());
            if (!folded.nodes().equals(pooled.network().nodes())) {
                String epsilon = ConversionOptions.EPSILON.shown(options.epsilon());
                String what = Texts.text("convert.withEpsilon", epsilon);
                rewrites.add(new RewrittenCnn(what, folded));
            }
        }
        return List.copyOf(rewrites);
    }

    /** "SiLU in 24 layers, tanh in 1 layer". */
    private static String counted(List<String> kinds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry ->
                        Texts.text(
                                "convert.kindInLayers",
                                entry.getKey(),
                                Texts.counted("convert.layers", entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static Network withEpsilon(Network network, double epsilon) {
        List<Node> nodes =
                network.nodes().stream()
                        .map(node ->
                                node.layer() instanceof Layer.BatchNormalization layer
                                                && layer.epsilon() != epsilon
                                        ? new Node(
                                                node.name(),
                                                withEpsilon(layer, epsilon),
                                                node.inputs(),
                                                node.shape())
                                        : node)
                        .toList();
        return new Network(network.name(), nodes);
    }

    /** A channel without any spread passes its constant only, as in {@link BatchNormFold}. */
    private static Layer withEpsilon(Layer.BatchNormalization layer, double epsilon) {
        float[] gamma = layer.gamma().clone();
        float[] variance = layer.variance().clone();
        for (int c = 0; c < gamma.length; c++) {
            if (!(variance[c] + epsilon > 0)) {
                gamma[c] = 0;
                variance[c] = 1;
            }
        }
        return new Layer.BatchNormalization(gamma, layer.beta(), layer.mean(), variance, epsilon);
    }
}
