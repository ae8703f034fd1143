package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of the tests and bundled models, which are published, name no place of their origin. Where
 * a file has to name one, it is the folder of a user called user.
 */
class FixturesTest {
    private static final Path HOME = Path.of(System.getProperty("ecc.home", "."));
    private static final Pattern PLACE =
            Pattern.compile(
                    "(/home/(?!user/)|/work/|/tmp/|/root/|/Users/|/venv/|/content/|[A-Z]:\\\\Users"
                            + "|site-packages)[\\w./-]{0,60}");
    private static final int MAX_BYTES = 64 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources", "sample-models"})
    void noFileNamesThePlaceWhereItWasMade(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(HOME.resolve(folder))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            search(HOME.relativize(file).toString(), Files.readAllBytes(file), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void archivesAreLookedInto() throws IOException {
        Path program = Resources.path("torch/plain.pt2");
        List<String> found = new ArrayList<>();
        search("plain.pt2", Files.readAllBytes(program), found, Pattern.compile("conv2d_1"));
        assertThat(found).contains("plain.pt2, plain/models/model.json: conv2d_1");
    }

    private static void search(String name, byte[] bytes, List<String> found) {
        search(name, bytes, found, PLACE);
    }

    private static void search(String name, byte[] bytes, List<String> found, Pattern pattern) {
        Matcher matcher = pattern.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (matcher.find()) {
            found.add(name + ": " + matcher.group());
        }
        if (bytes.length < 4) {
            return;
        }
        try {
            if (bytes[0] == 'P' && bytes[1] == 'K') {
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                for (ZipEntry entry = zip.getNextEntry();
                        entry != null;
                        entry = zip.getNextEntry()) {
                    byte[] member = zip.readNBytes(MAX_BYTES);
                    search(name + ", " + entry.getName(), member, found, pattern);
                }
            } else if (bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
                InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes));
                search(name + ", unpacked", unpacked.readNBytes(MAX_BYTES), found, pattern);
            }
        } catch (IOException e) {
            // Damaged on purpose: there is nothing more to read in it.
        }
    }
}
