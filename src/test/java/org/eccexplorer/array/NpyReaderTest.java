package org.eccexplorer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eccexplorer.Resources;
import org.eccexplorer.dataset.DataSetsTest;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays as NumPy saves them, and what only looks like one. */
class NpyReaderTest {

    /** D10: the types, orders and versions of NumPy. */
    @ParameterizedTest
    @CsvSource({"<f4", ">f4", "<f8", "<f2", "|u1", "|b1", "<i4", ">i2", "<u2", "<i8"})
    void numberTypes(String descr) throws ProblemException {
        int width = NpyType.width(descr.substring(1));
        ByteBuffer data = ByteBuffer.allocate(width * 2);
        data.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        switch (descr.substring(1)) {
            case "f4" -> data.putFloat(0).putFloat(1);
            case "f8" -> data.putDouble(0).putDouble(1);
            case "f2" -> data.putShort((short) 0).putShort(Float.floatToFloat16(1));
            case "u1", "b1" -> data.put((byte) 0).put((byte) 1);
            case "i4" -> data.putInt(0).putInt(1);
            case "i2", "u2" -> data.putShort((short) 0).putShort((short) 1);
            default -> data.putLong(0).putLong(1);
        }
        NpyArray array = NpyReader.read("x", DataSetsTest.npy(descr, false, "(2,)", data.array()));
        assertThat(array.values()).containsExactly(0, 1);
        assertThat(array.shape()).containsExactly(2);
    }

    /** The later versions have a longer field for the header's length; not one of two gigabytes. */
    @ParameterizedTest
    @ValueSource(bytes = {2, 3})
    void laterVersions(byte version) throws ProblemException {
        byte[] first = DataSetsTest.npy("|u1", false, "(2,)", new byte[] {7, 8});
        int length = first[8] & 0xff | (first[9] & 0xff) << 8;
        ByteBuffer later = ByteBuffer.allocate(first.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        later.put(first, 0, 6).put(version).put((byte) 0).putInt(length);
        later.put(first, 10, first.length - 10);
        assertThat(NpyReader.read("x", later.array()).values()).containsExactly(7, 8);
        later.putInt(8, Integer.MIN_VALUE);
        assertNpy(later.array(), Kind.CORRUPT, "header of the array is too long");
    }

    private static void assertNpy(byte[] bytes, Kind kind, String words) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> NpyReader.read("x", bytes));
        assertThat(e).isNotNull();
        assertThat(e.problems().getFirst().message()).contains(words);
        assertThat(e.problems().getFirst().kind()).isEqualTo(kind);
    }

    @Test
    void npyThatIsCutOrContinued() {
        byte[] good = DataSetsTest.npy("<f4", false, "(1,)", new byte[4]);
        for (int length : new int[] {0, 5, 7, 9, 30}) {
            byte[] cut = Arrays.copyOf(good, length);
            ProblemException e =
                    catchThrowableOfType(ProblemException.class, () -> NpyReader.read("x", cut));
            assertThat(e).as("%d bytes", length).isNotNull();
        }
        assertNpy(Arrays.copyOf(good, good.length - 1), Kind.CORRUPT, "there are 3");
        assertNpy(Arrays.copyOf(good, good.length + 1), Kind.CORRUPT, "there are 5");
        good[6] = 9;
        assertNpy(good, Kind.UNSUPPORTED, "version 9");
    }

    @Test
    void fortranOrderIsTurned() throws ProblemException {
        byte[] data = {1, 2, 3, 4, 5, 6};
        NpyArray array = NpyReader.read("x", DataSetsTest.npy("|u1", true, "(2, 3)", data));
        assertThat(array.values()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void whatNumpyWrote() throws ProblemException {
        try (Npz npz = Npz.open(Resources.path("keras/seq.keras.io.npz"))) {
            assertThat(npz.names()).containsExactly("in0", "out0");
            assertThat(npz.array("in0").shapeText()).isEqualTo("(4, 8, 8, 3)");
        }
    }

    /** D11, D12. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'descr': '=O8', 'fortran_order': False, 'shape': (1,), }|UNSUPPORTED|unpickled",
                "{'descr': '<U3', 'fortran_order': False, 'shape': (1,), }|UNSUPPORTED|plain numbers",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }|UNSUPPORTED|plain numbers",
                "{'descr': __import__('os').system('x'), }|UNSUPPORTED|plain numbers",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }|UNSUPPORTED|plain numbers",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483648, 2147483648), }|LIMIT|too large",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1 1,), }|CORRUPT|a length is \"1 1\"",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (,1), }|CORRUPT|a length is",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }|CORRUPT|36 bytes, there are 4"
            })
    void damagedNpy(String header, Kind kind, String words) {
        byte[] good = DataSetsTest.npy("<f4", false, "(1,)", new byte[4]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, 8);
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        out.write(text.length);
        out.write(text.length >> 8);
        out.writeBytes(text);
        out.writeBytes(new byte[4]);
        assertNpy(out.toByteArray(), kind, words);
    }
}
