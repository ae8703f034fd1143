package org.eccexplorer.nir.certificate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.ProblemException;

/** A certificate as JSON; docs/nir.md describes every field. */
public final class CertificateJson {
    /** Raised when a field changes its meaning or goes. */
    static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CertificateJson() {}

    /** The certificate of a file stands beside it: {@code net.nir} has {@code net.nir.json}. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".json");
    }

    /** Writes it. */
    public static void write(Path file, Certificate certificate) throws ProblemException {
        ObjectNode json = json(certificate);
        AtomicFile.write(
                file,
                out -> out.write(MAPPER.writeValueAsBytes(json)),
                written -> MAPPER.readTree(written.toFile()));
    }

    /** The certificate as a tree. */
    public static ObjectNode json(Certificate certificate) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("eccExplorer", Version.NUMBER);
        json.put("file", certificate.file());
        json.put("sha256", certificate.sha256());
        json.put("model", certificate.model());
        json.put("profile", certificate.profile().word());
        json.put("timesteps", certificate.timesteps());
        json.put("images", certificate.images());
        share(json, "accuracy", certificate.accuracy());
        json.put("inputScale", certificate.inputScale());
        ArrayNode notes = json.putArray("notes");
        certificate.notes().forEach(notes::add);
        ArrayNode readers = json.putArray("readers");
        certificate.readers().forEach(entry -> reader(readers.addObject(), entry));
        ArrayNode chips = json.putArray("chips");
        certificate.chips().forEach(fit -> chip(chips.addObject(), fit));
        return json;
    }

    private static void reader(ObjectNode json, Certificate.Entry entry) {
        json.put("reader", entry.reader().key());
        json.put("name", entry.reader().title());
        json.put("rule", entry.reader().words());
        json.put("verdict", entry.verdict().key());
        json.put("statement", entry.statement());
        if (!entry.refusal().isEmpty()) {
            json.put("refusal", entry.refusal());
            return;
        }
        share(json, "accuracy", entry.accuracy());
        json.put("sameAnswers", entry.sameAnswers());
        json.put("neurons", entry.neurons());
        json.put("differingNeurons", entry.differing());
        ArrayNode layers = json.putArray("layers");
        for (Comparison.Layer layer : entry.layers()) {
            ObjectNode one = layers.addObject();
            one.put("name", layer.name());
            one.put("neurons", layer.neurons());
            one.put("differingNeurons", layer.differing());
            one.put("ownSpikesPerImage", layer.ownSpikes());
            one.put("spikesPerImage", layer.spikes());
        }
    }

    private static void chip(ObjectNode json, ChipFit fit) {
        json.put("chip", fit.chip().key());
        json.put("name", fit.chip().title());
        json.put("fits", fit.fits());
        json.put("source", fit.chip().source());
        ArrayNode checks = json.putArray("checks");
        for (ChipFit.Check check : fit.checks()) {
            ObjectNode one = checks.addObject();
            one.put("key", check.key());
            one.put("what", check.what());
            one.put("limit", check.limit());
            one.put("found", check.found());
            one.put("fits", check.fits());
        }
    }

    /** A share that is not there without labels. */
    private static void share(ObjectNode json, String key, double value) {
        if (!Double.isNaN(value)) {
            json.put(key, value);
        }
    }
}
