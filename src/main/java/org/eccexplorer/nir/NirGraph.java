package org.eccexplorer.nir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph of nodes. What several edges bring to a node is added up.
 *
 * @param version of the format, such as "1.0.7"; empty if the file does not say
 * @param nodes by name, in the order of the file
 * @param metadata what the writer says besides, as texts
 */
public record NirGraph(
        String version,
        Map<String, NirNode> nodes,
        List<Edge> edges,
        Map<String, String> metadata) {
    /** The version that is written. */
    public static final String VERSION = "1.0.7";

    /** From one node to another. */
    public record Edge(String from, String to) {}

    public NirGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
