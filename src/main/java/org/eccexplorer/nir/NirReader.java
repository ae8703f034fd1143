package org.eccexplorer.nir;

import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.nir.NirGraph.Edge;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads the graph of a file; what it means is not looked at. */
public final class NirReader {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6}).*");
    private static final int KNOWN = 1;
    private static final int DEEPEST = 16;
    private static final int MOST_NODES = 20_000;
    private static final String GRAPH = "NIRGraph";

    private final NodeFields fields;
    private final String where;
    private final HdfContainer file;
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Border> borders = new LinkedHashMap<>();

    private NirReader(HdfContainer file) {
        this.file = file;
        where = file.where();
        fields = new NodeFields(file);
    }

    /** The nodes through which a graph within the graph is entered and left. */
    private record Border(String input, String output) {}

    /** Whether a file is HDF5 with the groups of a NIR file. */
    public static boolean isOne(ModelFile file) {
        if (HdfContainer.start(file.bytes()) < 0) {
            return false;
        }
        try (HdfContainer hdf = HdfContainer.open(file.path().toString(), file.bytes())) {
            Map<String, Node> root = hdf.children("/");
            return root.containsKey("node")
                    && (root.containsKey("version") || hdf.dataset("/node/type") != null);
        } catch (ProblemException notOne) {
            return false; // its own reader says what is wrong
        }
    }

    /** Reads a file again that was just written. */
    static void check(Path written) throws IOException, ProblemException {
        read(written.toString(), Files.readAllBytes(written));
    }

    /** The graph of a file. */
    public static NirGraph read(ModelFile file) throws ProblemException {
        return read(file.path().toString(), file.bytes());
    }

    /**
     * The graph of a file's content.
     *
     * @param where the file, for messages
     */
    public static NirGraph read(String where, byte[] content) throws ProblemException {
        try (HdfContainer hdf = HdfContainer.open(where, content)) {
            return new NirReader(hdf).graph();
        }
    }

    private NirGraph graph() throws ProblemException {
        if (!file.children("/").containsKey("node")) {
            throw NirFaults.corrupt(where, Texts.text("nir.noNode"));
        }
        String version = fields.text("/version", "");
        checkVersion(version);
        inner("/node", "", 0);
        return new NirGraph(version, nodes, edges(), metadata());
    }

    private void checkVersion(String version) throws ProblemException {
        Matcher parts = VERSION.matcher(version);
        if (version.isEmpty()) {
            return;
        }
        if (!parts.matches()) {
            throw NirFaults.corrupt(where, Texts.text("nir.noVersion", SafeText.text(version)));
        }
        if (Integer.parseInt(parts.group(1)) > KNOWN) {
            throw NirFaults.unsupported(
                    where,
                    Texts.text("nir.newer", SafeText.text(version), KNOWN),
                    Texts.text("nir.newer.remedy"));
        }
    }

    /**
     * Reads the nodes and edges of a graph; those of graphs within it have its name before them.
     */
    private void inner(String path, String prefix, int depth) throws ProblemException {
        String type = fields.text(path + "/type", "");
        if (!type.equals(GRAPH)) {
            throw NirFaults.corrupt(
                    NirFaults.place(where, path), Texts.text("nir.noGraph", SafeText.text(type)));
        }
        if (depth > DEEPEST) {
            throw NirFaults.corrupt(where, Texts.text("nir.tooDeep", DEEPEST));
        }
        Set<String> own = new HashSet<>();
        for (String name : file.children(path + "/nodes").keySet()) {
            own.add(name);
            node(path + "/nodes/" + name, prefix + name, depth);
        }
        if (own.isEmpty()) {
            throw NirFaults.corrupt(where, Texts.text("nir.noNodes"));
        }
        String[] ends = fields.edges(path);
        for (int i = 0; i + 1 < ends.length; i += 2) {
            for (String end : List.of(ends[i], ends[i + 1])) {
                if (!own.contains(end)) {
                    throw NirFaults.corrupt(
                            where,
                            Texts.text(
                                    "nir.missingNode",
                                    SafeText.text(ends[i]),
                                    SafeText.text(ends[i + 1]),
                                    SafeText.text(end)));
                }
            }
            edges.add(new Edge(prefix + ends[i], prefix + ends[i + 1]));
        }
    }

    private void node(String path, String name, int depth) throws ProblemException {
        if (nodes.size() >= MOST_NODES) {
            throw NirFaults.corrupt(
                    where, Texts.text("nir.tooManyNodes", Numbers.count(MOST_NODES)));
        }
        String type = fields.text(path + "/type", "");
        if (!type.equals(GRAPH)) {
            nodes.put(name, fields.node(path, name, type));
            return;
        }
        Set<String> before = Set.copyOf(nodes.keySet());
        inner(path, name + "/", depth + 1);
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (Map.Entry<String, NirNode> inside : nodes.entrySet()) {
            if (before.contains(inside.getKey())) {
                continue;
            }
            boolean enters = inside.getValue() instanceof NirNode.Input;
            if (enters || inside.getValue() instanceof NirNode.Output) {
                (enters ? inputs : outputs).add(inside.getKey());
                inside.setValue(new NirNode.Border());
            }
        }
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw NirFaults.unsupported(
                    NirFaults.place(where, name),
                    Texts.text("nir.inputsAndOutputs", inputs.size(), outputs.size()),
                    Texts.text("nir.oneOfEach"));
        }
        borders.put(name, new Border(inputs.getFirst(), outputs.getFirst()));
    }

    /** The edges, those to and from graphs within the graph bent to where these begin and end. */
    private List<Edge> edges() {
        List<Edge> bent = new ArrayList<>();
        for (Edge edge : edges) {
            Border from = borders.get(edge.from());
            Border to = borders.get(edge.to());
            bent.add(
                    new Edge(
                            from == null ? edge.from() : from.output(),
                            to == null ? edge.to() : to.input()));
        }
        return bent;
    }

    private Map<String, String> metadata() throws ProblemException {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String key : file.children("/node/metadata").keySet()) {
            String path = "/node/metadata/" + key;
            if (fields.isText(path)) {
                metadata.put(key, fields.text(path, ""));
            }
        }
        return metadata;
    }
}
