package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.PythonJson;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.InputScaling;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code torch.export.save} wrote (.pt2): a ZIP archive with the graph as JSON and the
 * weights as plain numbers, batch normalisation kept. Pickled members are not touched.
 */
public final class ExportedPrograms {
    private static final String MODEL = "models/model.json";
    private static final String CONFIG = "data/weights/model_weights_config.json";
    private static final int MAJOR = 8;

    private ExportedPrograms() {}

    /** Whether an archive is such a program. */
    public static boolean isOne(ModelFile file) throws ProblemException {
        byte[] bytes = file.bytes();
        return bytes.length > 4
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && bytes[2] == 3
                && ArchiveReader.read(file, Map.of()).ending("/" + MODEL) != null;
    }

    /** Reads a program whose input has a fixed size. */
    public static TrainedModel read(ModelFile file) throws ProblemException {
        return read(file, null);
    }

    /**
     * Reads a program.
     *
     * @param size of the input, for a program that leaves it open; null if not given
     */
    public static TrainedModel read(ModelFile file, @Nullable Shape size) throws ProblemException {
        String where = file.path().toString();
        String model = ArchiveReader.read(file, Map.of()).ending("/" + MODEL);
        if (model == null) {
            throw missing(where, MODEL);
        }
        String root = model.substring(0, model.length() - MODEL.length());
        long json = PythonJson.MAX_BYTES;
        ArchiveReader archive =
                ArchiveReader.read(
                        file, Map.of(model, json, root + CONFIG, json, root + "byteorder", 64L));
        JsonNode program = parsed(archive, model);
        int major = program.path("schema_version").path("major").asInt();
        if (major != MAJOR) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("torch.otherSchema"),
                    Texts.text("torch.schema", major, MAJOR),
                    Texts.text("torch.exportWithKnownVersion"));
        }
        byte[] order = archive.member(root + "byteorder");
        if (order != null && new String(order, StandardCharsets.US_ASCII).contains("big")) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("torch.bigEndian"),
                    Texts.text("torch.byteOrderIsBig"),
                    Texts.text("torch.exportLittleEndian"));
        }
        JsonNode config = parsed(archive, root + CONFIG).path("config");
        JsonNode graph = program.path("graph_module").path("graph");
        ExportedGraph exported =
                new ExportedGraph(where, graph, program.path("graph_module").path("signature"));
        exported.checkOperations();
        Map<String, TrainedTensor> weights = weights(file, root, config, exported.parameters());
        Network network = exported.network(weights, size);
        TrainedValues.check(where, network);
        return new TrainedModel(
                network,
                Texts.text(
                        "torch.format",
                        SafeText.text(program.path("torch_version").asText("export"))),
                file.sha256(),
                new Conventions(
                        exported.takesBytes() || InputScaling.takesBytes(network),
                        true,
                        exported.precision()),
                List.of());
    }

    private static ProblemException missing(String where, String member) {
        return ModelFaults.corrupt(
                where,
                Texts.text("torch.archiveIncomplete"),
                Texts.text("torch.memberMissing", SafeText.text(member)));
    }

    private static JsonNode parsed(ArchiveReader archive, String member) throws ProblemException {
        byte[] bytes = archive.member(member);
        if (bytes == null) {
            throw missing(archive.where(), member);
        }
        return PythonJson.parse(archive.where() + ", " + member, bytes);
    }

    /** Reads the tensors of the graph's parameters, by the names that the graph uses. */
    private static Map<String, TrainedTensor> weights(
            ModelFile file, String root, JsonNode config, Map<String, String> parameters)
            throws ProblemException {
        Map<String, Long> wanted = new HashMap<>();
        for (String name : parameters.values()) {
            wanted.put(member(root, config.path(name)), ModelFile.maxBytes());
        }
        ArchiveReader archive = ArchiveReader.read(file, wanted);
        Map<String, TrainedTensor> tensors = new HashMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            JsonNode entry = config.path(parameter.getValue());
            byte[] bytes = archive.member(member(root, entry));
            String where = archive.where() + ", " + SafeText.text(parameter.getValue());
            if (bytes == null) {
                throw ModelFaults.corrupt(
                        where,
                        Texts.text("torch.tensorMissing"),
                        Texts.text("torch.tensorNotInArchive"));
            }
            if (entry.path("use_pickle").asBoolean()) {
                throw ModelFaults.unsupported(
                        where,
                        Texts.text("torch.tensorPickled"),
                        Texts.text("torch.picklesRunCode"),
                        Texts.text("torch.exportPlainParameters"));
            }
            TrainedTensor tensor = StoredTensor.read(where, entry, bytes);
            TrainedValues.check(where, tensor.values(), TrainedValues.Rule.FINITE);
            tensors.put(parameter.getKey(), tensor);
        }
        return tensors;
    }

    private static String member(String root, JsonNode entry) {
        return root + "data/weights/" + entry.path("path_name").asText();
    }
}
