package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** .keras archives that are damaged, incomplete or made to harm. */
class KerasArchiveTest {
    private static final int DIRECTORY_SIZE = 24;
    private static final int DIRECTORY_FLAGS = 8;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void saysThatAnArchiveIsCutOff(double share) {
        byte[] bytes = Fixtures.bytes("seq.keras");
        int kept = (int) (bytes.length * share);
        assertSays(
                problem(Arrays.copyOf(bytes, kept)),
                Kind.CORRUPT,
                "damaged or cut off",
                Numbers.count(kept) + " bytes");
    }

    @Test
    void findsAChangedByteByItsChecksum() {
        byte[] bytes = Fixtures.bytes("seq.keras");
        bytes[bytes.length / 2] ^= 1;
        assertSays(problem(bytes), Kind.CORRUPT, "model.weights.h5", "checksum");
    }

    @Test
    void countsWhatAMemberReallyHolds() {
        byte[] packed = Forgery.archive(Forgery.members("seq.keras"), ZipEntry.DEFLATED);
        int size = directory(packed, Forgery.WEIGHTS) + DIRECTORY_SIZE;
        ByteBuffer archive = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int real = archive.getInt(size);
        String words = "not as long as the archive says";
        archive.putInt(size, real - 10);
        assertSays(problem(packed), Kind.CORRUPT, words, "it has more");
        archive.putInt(size, real + 10);
        assertSays(problem(packed), Kind.CORRUPT, words, "it has fewer");
    }

    @Test
    void refusesAMemberThatUnpacksToFarMore() {
        Map<String, byte[]> members = Forgery.members("seq.keras");
        members.put(Forgery.WEIGHTS, new byte[300 << 20]);
        byte[] bomb = Forgery.archive(members, ZipEntry.DEFLATED);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertSays(problem(bomb), Kind.LIMIT, "too large", "314\u202f572\u202f800 bytes");
    }

    @Test
    void refusesAnEncryptedArchive() {
        byte[] bytes = Forgery.archive(Forgery.members("seq.keras"));
        bytes[directory(bytes, Forgery.CONFIG) + DIRECTORY_FLAGS] |= 1;
        assertSays(problem(bytes), Kind.UNSUPPORTED, "encrypted");
    }

    @Test
    void refusesAMemberThatIsThereTwice() {
        Map<String, byte[]> members = Forgery.members("seq.keras");
        members.put("config.jsom", new byte[] {'{', '}'});
        byte[] twice = Forgery.patched(Forgery.archive(members), "config.jsom", "config.json");
        assertSays(problem(twice), Kind.CORRUPT, "contains the same member twice", "config.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.h5", "/etc/evil", "a\\..\\b", "assets/../../x"})
    void refusesNamesThatLeadOutOfTheArchive(String name) {
        byte[] archive = Forgery.withMember("seq.keras", name, (byte) 1);
        assertSays(problem(archive), Kind.CORRUPT, "leads out of it", name);
    }

    @Test
    void refusesTooManyEntries() {
        Map<String, byte[]> members = Forgery.members("seq.keras");
        for (int i = 0; i < 10_000; i++) {
            members.put("assets/" + i, new byte[0]);
        }
        assertSays(
                problem(Forgery.archive(members)), Kind.LIMIT, "too many entries", "10\u202f003");
    }

    @Test
    void namesWhatIsMissing() {
        assertSays(
                problem(Forgery.withoutMember("seq.keras", Forgery.CONFIG)),
                Kind.UNSUPPORTED,
                "no config.json");
        assertSays(
                problem(Forgery.withoutMember("seq.keras", Forgery.METADATA)),
                Kind.CORRUPT,
                "incomplete",
                "metadata.json");
        assertSays(
                problem(Forgery.withoutMember("seq.keras", Forgery.WEIGHTS)),
                Kind.CORRUPT,
                "incomplete",
                "model.weights.h5");
    }

    @Test
    void neverReadsPickledWeights() {
        Map<String, byte[]> members = Forgery.members("seq.keras");
        members.remove(Forgery.WEIGHTS);
        members.put("model.weights.npz", new byte[] {1});
        assertSays(problem(Forgery.archive(members)), Kind.UNSUPPORTED, "pickled", "run code");
    }

    @Test
    void refusesWeightsThatAreNoHdf5() {
        byte[] archive = Forgery.withMember("seq.keras", Forgery.WEIGHTS, (byte) 1, (byte) 2);
        assertSays(problem(archive), Kind.CORRUPT, "model.weights.h5", "not an HDF5 file");
    }

    @Test
    void refusesAnArchiveBehindAScript() {
        byte[] archive = Fixtures.bytes("seq.keras");
        byte[] script = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(script, script.length + archive.length);
        System.arraycopy(archive, 0, both, script.length, archive.length);
        assertSays(problem(both), Kind.UNSUPPORTED, "not a Keras model");
    }

    @Test
    void readsPackedArchivesAndIgnoresAssets() throws ProblemException {
        Map<String, byte[]> members = new LinkedHashMap<>(Forgery.members("seq.keras"));
        members.put("assets/vocabulary.txt", new byte[] {1});
        byte[] packed = Forgery.archive(members, ZipEntry.DEFLATED);
        assertThat(Attempt.model(packed).network().nodes()).hasSize(12);
    }

    /** Where a member's entry in the archive's directory begins. */
    private static int directory(byte[] archive, String member) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        int entry = text.indexOf("PK\u0001\u0002");
        while (!text.startsWith(member, entry + 46)) {
            entry = text.indexOf("PK\u0001\u0002", entry + 1);
        }
        return entry;
    }
}
