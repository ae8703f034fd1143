package org.eccexplorer.app.sweep.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;
import org.eccexplorer.yaml.YamlNode;

/**
 * Reads which models a plan is about and on which images; named as on the command line of {@code
 * ecc run}.
 */
final class SubjectReader {
    private static final String MODELS = "models";

    private final Path folder;
    private final LineFaults faults;
    private final Set<String> bundled;

    /**
     * Ready to read.
     *
     * @param folder that paths start from
     */
    SubjectReader(Path folder, LineFaults faults) throws ProblemException {
        this.folder = folder;
        this.faults = faults;
        bundled = new LinkedHashSet<>(BundledModels.names());
    }

    List<Subject> read(YamlNode plan) {
        List<Subject> subjects = new ArrayList<>();
        List<YamlNode.Item> items = plan.items(MODELS);
        if (items.isEmpty()) {
            faults.add(
                    plan.line(MODELS),
                    Texts.text("app.sweep.noModels"),
                    Texts.text("app.sweep.noModelsWhy", String.join(", ", bundled)));
        }
        for (YamlNode.Item item : items) {
            item.text().ifPresent(name -> subjects.addAll(bundled(item.line(), name)));
            item.part().ifPresent(part -> subjects.addAll(own(part)));
        }
        return subjects;
    }

    private List<Subject> bundled(int line, String name) {
        if (bundled.contains(name)) {
            return List.of(new Subject.Bundled(name));
        }
        faults.add(
                line,
                Texts.text("app.sweep.unknownModel", name),
                Texts.text("app.sweep.noModelsWhy", String.join(", ", bundled)));
        return List.of();
    }

    private List<Subject> own(YamlNode node) {
        List<String> known = new ArrayList<>(List.of("model", "weights", "size"));
        known.addAll(List.of("data", "calibration"));
        known.addAll(DataSpec.KEYS);
        node.allowOnly(known.toArray(String[]::new));
        String model = node.text("model");
        String calibration = node.text("calibration", "");
        List<YamlNode.Item> data = node.items("data");
        if (data.isEmpty()) {
            faults.add(
                    node.line("data"),
                    Texts.text("yaml.missing", "data"),
                    Texts.text("yaml.notThere"));
        }
        try {
            ModelSource source = source(node, model);
            Optional<String> calibrated =
                    calibration.isEmpty() ? Optional.empty() : Optional.of(resolved(calibration));
            List<Subject> subjects = new ArrayList<>();
            for (YamlNode.Item images : data) {
                String written = read(images.text().orElse(""), node);
                subjects.add(
                        new Subject.Own(
                                model,
                                source,
                                written,
                                resolved(written),
                                calibration,
                                calibrated));
            }
            return subjects;
        } catch (InvalidPathException e) {
            faults.add(node.line(), Texts.text("yaml.notRead", "model"), Reason.of(e));
            return List.of();
        }
    }

    private ModelSource source(YamlNode node, String model) {
        ModelSource source = ModelSource.of(folder.resolve(model));
        String weights = node.text("weights", "");
        if (!weights.isEmpty()) {
            source = source.withWeights(folder.resolve(weights));
        }
        String size = node.text("size", "");
        if (size.isEmpty()) {
            return source;
        }
        Shape shape = ModelSource.size(size);
        if (shape == null) {
            faults.add(
                    node.line("size"),
                    Texts.text("yaml.notRead", "size"),
                    Texts.text("app.sweep.writeSize"));
            return source;
        }
        return source.withSize(shape);
    }

    /** Images with what is said of how they are read. */
    private static String read(String data, YamlNode node) {
        DataSpec spec = DataSpec.of(data);
        for (String key : DataSpec.KEYS) {
            String said = node.text(key, "");
            if (!said.isEmpty()) {
                spec = spec.with(key, said);
            }
        }
        return spec.reading().isEmpty() ? data : spec.toString();
    }

    /** Images as a reader takes them, wherever the program was started. */
    private String resolved(String data) {
        return DataSpec.of(data)
                .withFiles(file -> bundled.contains(file) ? file : folder.resolve(file).toString())
                .toString();
    }
}
