package org.eccexplorer.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.PackReader;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.lesson.LessonReader;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/**
 * The formats that the program reads: good files of each, what mutants of them are, and a trial.
 */
enum Format {
    KERAS("a.keras", new ZipMembers(Format::member), Trial::model),
    H5("a.h5", new Hdf(), Trial::model),
    ONNX("a.onnx", new Protobuf(), Trial::model),
    PT2("a.pt2", new ZipMembers(Format::member), Trial::model),
    NPZ(
            "a.npz",
            new ZipMembers(Format::member),
            (file, scratch) -> Trial.digits(file.toString(), scratch)),
    NPY(
            "a.npy",
            new Words(128).or(new Bytes(), 3),
            (file, scratch) -> Trial.digits(file.toString(), scratch)),
    IDX(
            "a-images-idx3-ubyte",
            new Bytes(),
            (file, scratch) -> Trial.digits(file.toString(), scratch)),
    CSV(
            "a.csv",
            new Words(4_000).or(new Bytes(), 4),
            (file, scratch) -> Trial.digits(file.toString(), scratch)),
    HDF5(
            "a.h5",
            new Hdf(),
            (file, scratch) -> Trial.images(file + "#" + Seeds.dataset(file) + ",hot", null)),
    CIFAR("a.bin", new Bytes(), (file, scratch) -> Trial.images(file.toString(), null)),
    PICTURE("a.png", new Png(), Format::picture),
    SESSION(
            "a.eccx",
            new Packed(new JsonTree()).or(new Bytes(), 8),
            (file, scratch) -> Trial.session(SavedSession.read(file), scratch)),
    PACK("a.eccx", new ZipMembers(Format::member), Format::pack),
    RUN(
            "run.json",
            new JsonTree(),
            (file, scratch) -> Trial.session(RecordedRun.read(file).session(), scratch)),
    LESSON("a.md", new Words(3_000), (file, scratch) -> lesson(file)),
    PLAN("a.yaml", new Words(3_000), (file, scratch) -> PlanReader.read(file));

    private final String file;
    private final Mutator mutator;
    private final Trial trial;

    Format(String file, Mutator mutator, Trial trial) {
        this.file = file;
        this.mutator = mutator;
        this.trial = trial;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that a file of it has, which decides how it is opened. */
    String file() {
        return file;
    }

    Mutator mutator() {
        return mutator;
    }

    Trial trial() {
        return trial;
    }

    /** Good files, each small. */
    List<byte[]> seeds() throws IOException {
        return switch (this) {
            case KERAS -> smallest(".*\\.keras", "keras/corpus", "field/corpus");
            case H5 -> smallest(".*\\.h5", "keras/corpus");
            case ONNX -> smallest(".*\\.onnx", "torch", "field/corpus", "field/onnx-package");
            case PT2 -> smallest(".*\\.pt2", "torch");
            case NPZ -> List.of(Seeds.npz());
            case NPY -> List.of(Seeds.npy("<f4"), Seeds.npy("|u1"));
            case IDX -> List.of(Seeds.idx());
            case CSV -> List.of(Seeds.csv());
            case HDF5 -> List.of(Files.readAllBytes(Resources.path("dataset/layouts.h5")));
            case CIFAR -> List.of(new byte[3073], new byte[2 * 3073], new byte[3074]);
            case PICTURE -> smallest(".*\\.(png|gif|bmp|jpg|tif|p[gpb]m)", "dataset/pictures");
            case SESSION ->
                    List.of(Files.readAllBytes(Resources.path("frozen/session-digits.eccx")));
            case PACK -> List.of(Seeds.pack());
            case RUN -> smallest(".*/run\\.json", "frozen");
            case LESSON -> Seeds.lessons();
            case PLAN -> Seeds.plans();
        };
    }

    private static List<byte[]> smallest(String names, String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(Resources.path(folder))) {
                all.filter(path -> path.toString().replace('\\', '/').matches(names))
                        .forEach(files::add);
            }
        }
        Comparator<Path> bySize = Comparator.comparing(path -> path.toFile().length());
        List<byte[]> seeds = new ArrayList<>();
        for (Path path :
                files.stream().sorted(bySize.thenComparing(Path::toString)).limit(24).toList()) {
            seeds.add(Files.readAllBytes(path));
        }
        return seeds;
    }

    private static Mutator member(String name) {
        if (name.endsWith(".json")) {
            return new JsonTree();
        }
        if (name.endsWith(".npy")) {
            return new Words(128).or(new Bytes(), 3);
        }
        if (name.matches(".*\\.(keras|npz)")) {
            return new ZipMembers(Format::member);
        }
        if (name.endsWith(".md")) {
            return new Words(3_000);
        }
        return name.endsWith(".h5") ? new Hdf() : new Bytes();
    }

    /** What is no archive any more is opened as a session, as the window does. */
    private static void pack(Path file, Path scratch) throws ProblemException {
        Optional<ClassPack> pack = PackReader.read(file, scratch.resolve("packs"));
        Trial.session(pack.isPresent() ? pack.get().session() : SavedSession.read(file), scratch);
    }

    /** In a folder of pictures, of two classes. */
    private static void picture(Path file, Path scratch) throws ProblemException {
        try {
            Path folder = Files.createDirectory(scratch.resolve("pictures"));
            Files.createDirectory(folder.resolve("a"));
            Files.createDirectory(folder.resolve("b"));
            Files.copy(file, folder.resolve("a/1.png"));
            Files.copy(folder.resolve("a/1.png"), folder.resolve("b/2.png"));
            Trial.images(folder.toString(), new Shape(6, 6, 3));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void lesson(Path file) throws ProblemException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            LessonReader.read("1", "a.md", text, model -> true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
