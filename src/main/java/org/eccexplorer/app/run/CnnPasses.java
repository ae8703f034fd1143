package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.SpareArrays;

/**
 * What a CNN says of images, so that runs with other settings on the same images do not evaluate it
 * again: its answers to all of them, and its activations on the first ones, as many as memory is
 * set apart for.
 */
public final class CnnPasses {
    /** A CNN and the one that a conversion made of it. */
    private static final int NETWORKS = 2;

    private static final long MOST_BYTES = 128L << 20;

    /** Of all memory at most one part in so many. */
    private static final int SHARE = 16;

    private final long most;
    private long held;

    private final Map<Network, Map<Integer, Pass>> passes = new LinkedHashMap<>();

    /**
     * What is known of one image.
     *
     * @param activations by node of the network; empty if there was no room
     */
    private record Pass(int answer, Map<Integer, float[]> activations) {
        long bytes() {
            return activations.values().stream().mapToLong(values -> 4L * values.length).sum();
        }
    }

    /** With room for activations of at most so many bytes. */
    CnnPasses(long most) {
        this.most = most;
    }

    /** For several runs on the same images: an image of a number is the same one in all of them. */
    public static CnnPasses kept() {
        return new CnnPasses(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /** For one run: answers alone. */
    static CnnPasses once() {
        return new CnnPasses(0);
    }

    /**
     * Some images, known or evaluated.
     *
     * @param pixels of these images, count × input shape
     * @param first number of the first of them
     */
    Activations of(CnnEvaluator cnn, SpikingNetwork network, float[] pixels, int first, int count) {
        return of(cnn, network, pixels, first, count, new SpareArrays());
    }

    /**
     * The same, in arrays of earlier images.
     *
     * @param spare may take those of the result when they are of no more use
     */
    Activations of(
            CnnEvaluator cnn,
            SpikingNetwork network,
            float[] pixels,
            int first,
            int count,
            SpareArrays spare) {
        Optional<Activations> known = known(cnn.network(), network, first, count, spare);
        if (known.isPresent()) {
            return known.get();
        }
        Activations made = Activations.of(cnn, network, pixels, count, spare);
        keep(cnn.network(), network, made, first);
        return made;
    }

    private Optional<Activations> known(
            Network cnn, SpikingNetwork network, int first, int count, SpareArrays spare) {
        List<Pass> some = passes(cnn, first, count);
        Map<Integer, float[]> joined = new HashMap<>();
        List<float[]> layers = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            int node = layer.node();
            if (some.isEmpty() || !some.stream().allMatch(p -> p.activations.containsKey(node))) {
                return Optional.empty();
            }
            layers.add(joined.computeIfAbsent(node, n -> joined(some, n, spare)));
        }
        return Optional.of(new Activations(layers, answers(some)));
    }

    /** What is known of these images; empty if that of one of them is missing. */
    private synchronized List<Pass> passes(Network cnn, int first, int count) {
        Map<Integer, Pass> own = passes.getOrDefault(cnn, Map.of());
        List<Pass> some = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Pass pass = own.get(i);
            if (pass == null) {
                return List.of();
            }
            some.add(pass);
        }
        return some;
    }

    private static float[] joined(List<Pass> some, int node, SpareArrays spare) {
        int size = Objects.requireNonNull(some.getFirst().activations.get(node)).length;
        float[] joined = spare.take(some.size() * size);
        for (int i = 0; i < some.size(); i++) {
            float[] values = Objects.requireNonNull(some.get(i).activations.get(node));
            System.arraycopy(values, 0, joined, i * size, size);
        }
        return joined;
    }

    private static int[] answers(List<Pass> some) {
        return some.stream().mapToInt(Pass::answer).toArray();
    }

    /** What a CNN answers to the first images; empty if it was not asked about one of them. */
    synchronized Optional<int[]> answers(Network cnn, int count) {
        List<Pass> some = passes(cnn, 0, count);
        return count > 0 && some.isEmpty() ? Optional.empty() : Optional.of(answers(some));
    }

    private void keep(Network cnn, SpikingNetwork network, Activations made, int first) {
        int[] answers = made.answers();
        for (int i = 0; i < answers.length; i++) {
            Map<Integer, float[]> parts = hasRoom(network) ? parts(network, made, i) : Map.of();
            put(cnn, first + i, new Pass(answers[i], parts));
        }
    }

    /** Whether there may be room for another image. */
    private synchronized boolean hasRoom(SpikingNetwork network) {
        return held + 4 * network.neurons() <= most;
    }

    private static Map<Integer, float[]> parts(SpikingNetwork network, Activations made, int i) {
        Map<Integer, float[]> parts = new HashMap<>();
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            float[] values = made.layers().get(l);
            int size = layer.neurons();
            parts.computeIfAbsent(
                    layer.node(), n -> Arrays.copyOfRange(values, i * size, (i + 1) * size));
        }
        return parts;
    }

    private synchronized void put(Network cnn, int image, Pass pass) {
        while (!passes.containsKey(cnn) && passes.size() >= NETWORKS) {
            forget(passes.keySet().iterator().next());
        }
        Map<Integer, Pass> own = passes.computeIfAbsent(cnn, made -> new HashMap<>());
        Pass before = own.get(image);
        long bytes = pass.bytes() - (before == null ? 0 : before.bytes());
        if (held + bytes <= most) {
            own.put(image, pass);
            held += bytes;
        } else {
            own.putIfAbsent(image, new Pass(pass.answer, Map.of()));
        }
    }

    private void forget(Network cnn) {
        Map<Integer, Pass> gone = Objects.requireNonNull(passes.remove(cnn));
        held -= gone.values().stream().mapToLong(Pass::bytes).sum();
    }
}
