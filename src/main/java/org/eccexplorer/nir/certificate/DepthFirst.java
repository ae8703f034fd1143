package org.eccexplorer.nir.certificate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.nir.NirGraph;
import org.eccexplorer.nir.NirGraph.Edge;
import org.eccexplorer.nir.NirNode;

/**
 * The order in which NIRTorch's GraphExecutor (2604ce2, {@code trace_execution}) runs the nodes of
 * a graph: depth first from the Input. A node that adds up two branches is run behind the first of
 * them, and what the other gives is not added.
 */
final class DepthFirst {
    private DepthFirst() {}

    /** The first node that is run before one that it reads; empty: none is. */
    static Optional<String> runTooEarly(NirGraph graph) {
        Set<String> done = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        graph.nodes().entrySet().stream()
                .filter(node -> node.getValue() instanceof NirNode.Input)
                .map(Map.Entry::getKey)
                .forEach(waiting::push);
        while (!waiting.isEmpty()) {
            String node = waiting.pop();
            if (!done.add(node)) {
                continue;
            }
            for (Edge edge : graph.edges()) {
                if (edge.to().equals(node) && !done.contains(edge.from())) {
                    return Optional.of(node);
                }
            }
            List<Edge> behind =
                    graph.edges().stream().filter(edge -> edge.from().equals(node)).toList();
            behind.reversed().forEach(edge -> waiting.push(edge.to()));
        }
        return Optional.empty();
    }
}
