package org.eccexplorer.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/** Which layers of the CNN became which spiking layer. */
public final class LayerOrigins {
    private LayerOrigins() {}

    /**
     * The nodes between the neurons that feed a spiking layer and that layer itself: what was
     * folded into its synapses and biases, and what became its neurons.
     *
     * @param cnn that was converted
     * @param layer index of the spiking layer
     * @return in the CNN's order
     */
    public static List<Node> of(Network cnn, SpikingNetwork network, int layer) {
        SpikingLayer own = network.layers().get(layer);
        Set<Integer> neurons = new HashSet<>();
        network.layers().forEach(other -> neurons.add(other.node()));
        Set<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(own.node()));
        while (!open.isEmpty()) {
            int node = open.pop();
            if (found.add(node)) {
                cnn.nodes().get(node).inputs().stream()
                        .filter(input -> !neurons.contains(input))
                        .forEach(open::push);
            }
        }
        if (own.role() == Role.OUTPUT) {
            for (int after = own.node() + 1; after < cnn.nodes().size(); after++) {
                found.add(after);
            }
        }
        return found.stream().map(cnn.nodes()::get).toList();
    }
}
