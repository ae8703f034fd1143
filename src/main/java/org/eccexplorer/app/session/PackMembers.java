package org.eccexplorer.app.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a class pack says of itself, the member {@value #NAME}: which other members it has. Names
 * say nothing of folders, so that nothing is unpacked elsewhere.
 *
 * @param format of the pack
 * @param program version that wrote it
 * @param notes for the teacher
 * @param model name of the member under {@value #MODEL}
 * @param beside names of other files of the model there: weights, external data
 * @param weights which of them has the weights, null if the model's own file does
 * @param labelled whether the images have labels
 * @param lessons names of the members under {@value #LESSONS}, in their order
 */
record PackMembers(
        int format,
        String program,
        String title,
        String notes,
        String model,
        List<String> beside,
        @Nullable String weights,
        boolean labelled,
        List<String> lessons) {
    static final int FORMAT = 1;
    static final String NAME = "pack.json";
    static final String SESSION = "session.json";
    static final String IMAGES = "images.npz";
    static final String CALIBRATION = "calibration.npz";
    static final String MODEL = "model/";
    static final String LESSONS = "lessons/";
    static final int MOST_LESSONS = 50;
    static final long MOST_TEXT = 1_000_000;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    PackMembers {
        title = Objects.requireNonNullElse(title, "");
        notes = Objects.requireNonNullElse(notes, "");
        model = Objects.requireNonNullElse(model, "");
        beside = List.copyOf(Objects.requireNonNullElse(beside, List.of()));
        lessons = List.copyOf(Objects.requireNonNullElse(lessons, List.of()));
    }

    /** Of this version of the program. */
    static PackMembers of(
            PackPlan plan, String model, List<String> beside, @Nullable String weights) {
        return new PackMembers(
                FORMAT,
                Version.NUMBER,
                plan.title(),
                plan.notes(),
                model,
                beside,
                weights,
                plan.experiment().test().labels().length > 0,
                plan.lessons().stream().map(PackedLesson::name).toList());
    }

    byte[] bytes() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Reads them, and refuses what they may not be. */
    static PackMembers read(Path pack, byte[] json) throws ProblemException {
        try {
            int format = format(pack, json);
            if (format > FORMAT) {
                throw new ProblemException(
                        Problem.Kind.UNSUPPORTED,
                        pack.toString(),
                        Texts.text("app.session.newerPack"),
                        Texts.text("app.session.newerWhy", format, FORMAT),
                        Texts.text("app.session.newerPackRemedy"));
            }
            PackMembers members = JSON.readValue(json, PackMembers.class);
            members.check(pack);
            return members;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(pack, JsonFaults.reason(e));
        }
    }

    /**
     * The format that a member says it has.
     *
     * @throws ProblemException if it says none, such as JSON that is no object
     */
    static int format(Path pack, byte[] json) throws IOException, ProblemException {
        int format = JSON.readTree(json).path("format").asInt();
        if (format < 1) {
            throw damaged(pack, Texts.text("app.session.noFormat"));
        }
        return format;
    }

    private void check(Path pack) throws ProblemException {
        if (lessons.size() > MOST_LESSONS) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    pack.toString(),
                    Texts.text("app.session.manyLessons"),
                    Texts.text("app.session.lessonLimit", lessons.size(), MOST_LESSONS),
                    Texts.text("app.session.packAgain"));
        }
        List<String> names =
                Stream.of(Stream.of(model), beside.stream(), lessons.stream())
                        .flatMap(part -> part)
                        .toList();
        for (String name : names) {
            if (!isPlain(name)) {
                throw damaged(pack, Texts.text("app.session.nameLeadsOut", name));
            }
        }
        boolean twice = names.stream().distinct().count() < names.size();
        if (twice || (weights != null && !beside.contains(weights))) {
            throw damaged(pack, Texts.text("app.session.namesDoNotFit"));
        }
    }

    /**
     * A file's name as it may stand in a pack.
     *
     * @param otherwise what it begins with where it can be no such name, before the file's ending
     */
    static String plain(Path file, String otherwise) {
        String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        int ending = name.lastIndexOf('.');
        return isPlain(name) ? name : otherwise + (ending < 0 ? "" : name.substring(ending));
    }

    /** Whether a name is one of a file and of nothing else. */
    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    static ProblemException damaged(Path pack, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                pack.toString(),
                Texts.text("app.session.packDamaged"),
                why,
                Texts.text("app.session.packAgain"));
    }
}
