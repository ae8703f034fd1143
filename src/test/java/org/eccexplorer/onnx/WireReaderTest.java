package org.eccexplorer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of Protocol Buffers, whole and broken. */
class WireReaderTest {

    private static WireReader reader(int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return new WireReader("a.onnx", data);
    }

    private interface Reading {
        void read() throws ProblemException;
    }

    private static Problem problem(Reading reading) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, reading::read))
                .problems()
                .getFirst();
    }

    @Test
    void fieldsThatAreNotReadAreSkipped() throws ProblemException {
        // A varint, eight bytes, a string, a group that holds a varint, four bytes; then field 6.
        WireReader in =
                reader(
                        0x08, 0x96, 0x01, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a, 2, 'a', 'b', 0x23,
                        0x08, 1, 0x24, 0x2d, 1, 2, 3, 4, 0x30, 7);
        int fields = 0;
        long last = 0;
        while (in.next()) {
            fields++;
            last = in.field() == 6 ? in.integer() : last;
        }
        assertThat(fields).isEqualTo(6);
        assertThat(last).isEqualTo(7);
    }

    @Test
    void aMessageThatIsCutOffEndsEarlyAndNobodyGuessesWhy() {
        WireReader cut = reader(0x1a, 20, 'a', 'b');
        assertThat(
                        problem(
                                        () -> {
                                            while (cut.next()) {
                                                cut.bytes();
                                            }
                                        })
                                .why())
                .isEqualTo("its fields are cut off or malformed: it ends early");
    }

    @Test
    void repeatedNumbersMayBePacked() throws ProblemException {
        WireReader packed = reader(0x0a, 3, 5, 0x96, 1);
        assertThat(packed.next()).isTrue();
        assertThat(packed.integers()).containsExactly(5, 150);
        WireReader single = reader(0x08, 5);
        assertThat(single.next()).isTrue();
        assertThat(single.integers()).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({
        // a string and a message that are longer than the file, a number and a float that end early
        "1a 7f 41",
        "1a ff ff ff ff 7f 41",
        "08 ff",
        "0d 01 02",
        // a number of more than ten bytes, field 0, a group without end, an end without beginning
        "08 ff ff ff ff ff ff ff ff ff ff ff 01",
        "00 01",
        "23 08 01",
        "24"
    })
    void whatIsBrokenIsCorrupt(String hexadecimal) {
        byte[] data = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
        Problem problem =
                problem(() -> {
                    WireReader in = new WireReader("a.onnx", data);
                    while (in.next()) {}
                });
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.what()).isEqualTo("The model is damaged or not ONNX");
    }

    /** Skipping groups calls itself; a file must not choose how deep. */
    @Test
    void groupsWithinGroupsEndSomewhere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int i = 0; i < 100_000; i++) {
            out.writeTag(4, WireFormat.WIRETYPE_START_GROUP);
        }
        out.flush();
        WireReader in = new WireReader("a.onnx", bytes.toByteArray());
        Problem problem =
                problem(() -> {
                    while (in.next()) {}
                });
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
    }

    @Test
    void aFieldOfAnotherKindIsNamed() throws ProblemException {
        WireReader in = reader(0x08, 5);
        assertThat(in.next()).isTrue();
        assertThat(problem(in::text).why()).isEqualTo("field 1 is not of type string");
        assertThat(problem(in::message).why()).isEqualTo("field 1 is not of type message");
        assertThat(problem(in::real).why()).isEqualTo("field 1 is not of type float");
    }
}
