package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.PythonJson;
import org.eccexplorer.keras.weights.Container;
import org.eccexplorer.keras.weights.ForeignArchive;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * The configuration of a model whose weights lie elsewhere.
 *
 * @param where it was read, for messages
 */
record Architecture(String where, JsonNode root) {
    private static final String CONFIG = "config.json";

    /** From what model.to_json() gives, or from a whole model. */
    static Architecture of(ModelFile file) throws ProblemException {
        String where = file.path().toString();
        if (Container.isJson(file.bytes())) {
            return new Architecture(where, PythonJson.parse(where, file.bytes()));
        }
        return switch (Container.of(file.path(), file.bytes())) {
            case HDF5 -> {
                String config = HdfContainer.open(where, file.bytes()).text("/", "model_config");
                if (config == null) {
                    throw ModelFaults.unsupported(
                            where,
                            Texts.text("keras.noArchitecture"),
                            Texts.text("keras.noModelConfig"),
                            Texts.text("keras.writeArchitecture"));
                }
                yield new Architecture(where, PythonJson.parse(where, config));
            }
            case KERAS_ARCHIVE -> {
                ArchiveReader archive =
                        ArchiveReader.read(file, Map.of(CONFIG, (long) PythonJson.MAX_BYTES));
                byte[] config = archive.member(CONFIG);
                if (config == null) {
                    throw ForeignArchive.refusal(archive);
                }
                yield new Architecture(where, PythonJson.parse(where + ", " + CONFIG, config));
            }
        };
    }
}
