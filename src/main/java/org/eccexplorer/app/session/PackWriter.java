package org.eccexplorer.app.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * Writes class packs: a ZIP archive whose members lie there as they are. The same plan gives the
 * same bytes. What was written is opened once before it takes its place.
 */
public final class PackWriter {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackWriter() {}

    /**
     * Writes one.
     *
     * @throws ProblemException if a lesson is broken, the model is no single file, or the file
     *     cannot be written
     */
    public static void write(Path file, PackPlan plan) throws ProblemException {
        for (PackedLesson lesson : plan.lessons()) {
            lesson.read();
        }
        Map<String, byte[]> members = members(file, plan);
        AtomicFile.write(file, out -> write(out, members), PackWriter::requireOpen);
    }

    private static Map<String, byte[]> members(Path file, PackPlan plan) throws ProblemException {
        ModelSource source = plan.experiment().model().source();
        Map<String, Path> parts = parts(source);
        List<String> names = new ArrayList<>(parts.keySet());
        Path weights = source.weights();
        PackMembers said =
                PackMembers.of(
                        plan,
                        names.getFirst(),
                        names.subList(1, names.size()),
                        weights == null ? null : name(weights));
        Map<String, byte[]> members = new LinkedHashMap<>();
        try {
            members.put(PackMembers.NAME, said.bytes());
        } catch (IOException e) {
            throw PackMembers.damaged(file, String.valueOf(e.getMessage()));
        }
        members.put(
                PackMembers.SESSION,
                SessionFile.bytes(
                        SessionContent.packed(
                                plan.experiment(),
                                PackMembers.MODEL + said.model(),
                                said.weights() == null ? null : PackMembers.MODEL + said.weights(),
                                PackMembers.IMAGES,
                                PackMembers.CALIBRATION,
                                plan.settings(),
                                plan.hidden())));
        for (Map.Entry<String, Path> part : parts.entrySet()) {
            members.put(PackMembers.MODEL + part.getKey(), ModelFile.read(part.getValue()).bytes());
        }
        members.put(PackMembers.IMAGES, images(plan.experiment().test()));
        members.put(PackMembers.CALIBRATION, images(plan.experiment().calibration()));
        for (PackedLesson lesson : plan.lessons()) {
            members.put(
                    PackMembers.LESSONS + lesson.name(),
                    lesson.text().getBytes(StandardCharsets.UTF_8));
        }
        return members;
    }

    /** The files of a model by their names in the pack, the model first. */
    private static Map<String, Path> parts(ModelSource source) throws ProblemException {
        Map<String, Path> parts = new LinkedHashMap<>();
        Path model = source.file();
        parts.put(name(model), model);
        Path weights = source.weights();
        if (weights != null) {
            parts.put(name(weights), weights);
        }
        Path data = model.resolveSibling(model.getFileName() + ".data");
        if (FileKind.ONNX.matches(model) && Files.isRegularFile(data)) {
            parts.put(name(data), data);
        }
        for (Path part : parts.values()) {
            boolean index = part.equals(weights) && FileKind.JSON.matches(part);
            if (index || !Files.isRegularFile(part)) {
                throw new ProblemException(
                        Problem.Kind.UNSUPPORTED,
                        part.toString(),
                        Texts.text("app.session.notPacked"),
                        Texts.text("app.session.severalFiles"),
                        Texts.text("app.session.saveInOneFile"));
            }
        }
        return parts;
    }

    private static String name(Path file) {
        return PackMembers.plain(file, "model");
    }

    private static byte[] images(LabelledImages images) {
        Shape shape = images.shape();
        int count = images.count();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(
                "x",
                NpyArray.of(
                        images.batch(0, count),
                        count,
                        shape.height(),
                        shape.width(),
                        shape.channels()));
        if (images.labels().length > 0) {
            arrays.put("y", NpyArray.of(images.labels(), count));
        }
        return NpzWriter.bytes(arrays);
    }

    private static void write(OutputStream out, Map<String, byte[]> members) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            byte[] bytes = member.getValue();
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            ZipEntry entry = new ZipEntry(member.getKey());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCompressedSize(bytes.length);
            entry.setCrc(checksum.getValue());
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** A pack that does not open here opens nowhere. */
    private static void requireOpen(Path written) throws IOException, ProblemException {
        Path folder = Files.createTempDirectory("ecc-pack");
        try {
            ClassPack pack =
                    PackReader.read(written, folder)
                            .orElseThrow(() ->
                                    new FileSystemException(
                                            written.toString(),
                                            null,
                                            Texts.text("files.notAllWritten")));
            List<Problem> problems = pack.session().open().warnings();
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
        } finally {
            FolderTree.delete(folder);
        }
    }
}
