package org.eccexplorer.nir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.nir.NirGraph.Edge;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * The nodes of a graph, each behind all that it reads.
 *
 * @param names in that order
 * @param sources of each node, in the order of the edges
 */
record NodeOrder(List<String> names, Map<String, List<String>> sources) {

    static NodeOrder of(String where, NirGraph graph) throws ProblemException {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        Map<String, List<String>> readers = new HashMap<>();
        for (String name : graph.nodes().keySet()) {
            sources.put(name, new ArrayList<>());
            readers.put(name, new ArrayList<>());
        }
        for (Edge edge : graph.edges()) {
            Objects.requireNonNull(sources.get(edge.to())).add(edge.from());
            Objects.requireNonNull(readers.get(edge.from())).add(edge.to());
        }
        Map<String, Integer> waiting = new LinkedHashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        sources.forEach((name, from) -> {
            waiting.put(name, from.size());
            if (from.isEmpty()) {
                ready.add(name);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            order.add(name);
            waiting.remove(name);
            for (String reader : Objects.requireNonNull(readers.get(name))) {
                int left = Objects.requireNonNull(waiting.get(reader)) - 1;
                waiting.put(reader, left);
                if (left == 0) {
                    ready.add(reader);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw NirFaults.unsupported(
                    where,
                    Texts.text("nir.cycle", SafeText.text(String.join(", ", waiting.keySet()))),
                    Texts.text("nir.cycle.remedy"));
        }
        return new NodeOrder(order, sources);
    }
}
