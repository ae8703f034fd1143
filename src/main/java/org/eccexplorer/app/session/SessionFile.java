package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/**
 * A session as a file: which model and images, the settings, the runs with their results and what
 * was shown. JSON in gzip; the model itself stays where it is and is recognised by its hash, the
 * images by their checksum.
 */
public final class SessionFile {
    private static final long MAX_BYTES = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);
    private static final ObjectMapper JSON = mapper();

    private SessionFile() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        .addModule(OptionsJson.module())
                        .addMixIn(Settings.class, OwnCalibrationIsNotSaid.class)
                        .addMixIn(StoredVotes.class, SavedVotes.Form.class)
                        .build();
        mapper.getFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(MAX_BYTES).build());
        return mapper;
    }

    /** Settings name calibration images only if they are not those of the session. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface OwnCalibrationIsNotSaid {}

    /**
     * Writes a session; a run that is going on is written as it is, as stopped. A file of an older
     * format that it takes the place of stays beside it.
     */
    public static void write(Path file, SessionState state) throws ProblemException {
        SessionContent content = SessionContent.of(file, state);
        keepOlder(file);
        AtomicFile.write(
                file,
                out -> {
                    GZIPOutputStream zipped = new GZIPOutputStream(out);
                    JSON.writeValue(zipped, content);
                    zipped.finish();
                },
                SessionFile::readThrough);
    }

    private static void keepOlder(Path file) throws ProblemException {
        if (Files.notExists(file) || Files.isDirectory(file)) {
            return;
        }
        int format;
        try {
            format = format(file);
        } catch (IOException e) {
            if (JsonFaults.isDamage(e)) {
                return; // the user chose to write over something else
            }
            throw olderNotKept(file, Reason.of(e));
        }
        if (format > SessionContent.FORMAT) {
            throw newer(file, format);
        }
        if (format < SessionContent.FORMAT) {
            Path kept = file.resolveSibling(file.getFileName() + ".v" + format + ".bak");
            try {
                AtomicFile.write(kept, out -> Files.copy(file, out));
            } catch (ProblemException e) {
                throw olderNotKept(kept, e.problems().getFirst().why());
            }
        }
    }

    private static ProblemException olderNotKept(Path place, String why) {
        return problem(
                Problem.Kind.UNWRITABLE,
                place,
                Texts.text("app.session.olderNotKept"),
                why,
                Texts.text("app.session.saveUnderAnotherName"));
    }

    private static void readThrough(Path written) throws IOException {
        try (JsonParser parser = open(written)) {
            while (parser.nextToken() != null) {
                // to its end, so that length and checksum are compared too
            }
        }
    }

    private static JsonParser open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return JSON.getFactory().createParser(new GZIPInputStream(in, 1 << 16));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The format says first of all whether the rest can be understood. */
    private static int format(Path file) throws IOException {
        try (JsonParser parser = open(file)) {
            boolean first =
                    parser.nextToken() == JsonToken.START_OBJECT
                            && "format".equals(parser.nextFieldName());
            int format = first ? parser.nextIntValue(-1) : -1;
            if (format < 1) {
                throw new JsonParseException(parser, Texts.text("app.session.noFormat"));
            }
            return format;
        }
    }

    /**
     * Reads what a file holds, and opens nothing else.
     *
     * @throws ProblemException if it is not a session, or one of a newer version
     */
    static SessionContent read(Path file) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            throw problem(
                    Problem.Kind.UNREADABLE,
                    file,
                    Texts.text("app.session.cannotBeRead"),
                    Texts.text("app.session.noSuchFile"),
                    Texts.text("app.session.checkThePath"));
        }
        try {
            int format = format(file);
            if (format > SessionContent.FORMAT) {
                throw newer(file, format);
            }
            try (JsonParser parser = open(file)) {
                SessionContent content = JSON.readValue(parser, SessionContent.class);
                parser.nextToken();
                SessionCheck.check(file, content);
                return content;
            }
        } catch (StreamConstraintsException e) {
            throw tooLarge(file, JsonFaults.firstLine(e));
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, Texts.text("app.session.notInMemory"));
        } catch (IOException | IllegalArgumentException e) {
            if (!JsonFaults.isDamage(e)) {
                throw problem(
                        Problem.Kind.UNREADABLE,
                        file,
                        Texts.text("app.session.cannotBeRead"),
                        Reason.of(e),
                        Texts.text("app.session.tryAgain"));
            }
            throw problem(
                    Problem.Kind.CORRUPT,
                    file,
                    Texts.text("app.session.damaged"),
                    JsonFaults.reason(e),
                    Texts.text("app.session.chooseASession"));
        }
    }

    /** A session as a member of a class pack. */
    static byte[] bytes(SessionContent content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // records always become JSON
        }
    }

    /**
     * The same, read again.
     *
     * @param pack for messages
     */
    static SessionContent content(Path pack, byte[] json) throws ProblemException {
        try {
            int format = PackMembers.format(pack, json);
            if (format > SessionContent.FORMAT) {
                throw newer(pack, format);
            }
            SessionContent content = JSON.readValue(json, SessionContent.class);
            SessionCheck.check(pack, content);
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw PackMembers.damaged(pack, JsonFaults.reason(e));
        }
    }

    private static ProblemException tooLarge(Path file, String why) {
        return problem(
                Problem.Kind.LIMIT,
                file,
                Texts.text("app.session.tooLarge"),
                why,
                Texts.text("app.session.moreMemory"));
    }

    private static ProblemException newer(Path file, int format) {
        return problem(
                Problem.Kind.UNSUPPORTED,
                file,
                Texts.text("app.session.newer"),
                Texts.text("app.session.newerWhy", format, SessionContent.FORMAT),
                Texts.text("app.session.newerRemedy"));
    }

    private static ProblemException problem(
            Problem.Kind kind, Path file, String what, String why, String remedy) {
        return new ProblemException(kind, file.toString(), what, why, remedy);
    }
}
