package org.eccexplorer.app.sweep.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.app.sweep.plan.Subject;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/**
 * What a model and its images are, wherever they lie.
 *
 * @param modelSha256 of the model's files
 * @param dataSha256 of the files of the test and calibration images; of folders their names and
 *     sizes count
 * @param images how many are run
 */
public record Identity(String modelSha256, String dataSha256, int images) implements Serializable {
    private static final int BUFFER = 1 << 16;

    /** That of what is open. */
    public static Identity of(Subject subject, Workplace.Opened opened) throws ProblemException {
        MessageDigest digest = sha256();
        add(digest, subject.dataSource());
        add(digest, subject.calibrationSource().orElse(""));
        return new Identity(
                opened.experiment().model().id().sha256(),
                HexFormat.of().formatHex(digest.digest()),
                opened.experiment().test().count());
    }

    /** The number that stands for some lines. */
    static String hash(List<String> lines, int digits) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes)).substring(0, digits);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void add(MessageDigest digest, String data) throws ProblemException {
        DataSpec spec = DataSpec.of(data);
        Path file = Path.of(spec.file());
        try {
            if (!Files.exists(file) && BundledModels.names().contains(spec.file())) {
                add(digest, BundledModels.open(spec.file()).test());
            } else if (Files.isDirectory(file)) {
                addFolder(digest, file);
            } else if (Files.exists(file)) {
                addFile(digest, file);
            }
            String labels = DataSpec.of(spec.said(DataSpec.LABELS)).file();
            if (!labels.isEmpty()) {
                addFile(digest, Path.of(labels));
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNREADABLE,
                            data,
                            Texts.text("app.sweep.imagesUnreadable"),
                            Reason.of(e),
                            Texts.text("app.sweep.chooseImages")),
                    e);
        }
    }

    private static void addFile(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static void addFolder(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                String line = name + " " + Files.size(file) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
