package org.eccexplorer.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/**
 * Reads the fields of one message of Protocol Buffers, one after the other, without generated
 * classes: what ONNX files are made of. A field that is not asked for is skipped.
 *
 * <p>Lengths are held against the array that is read, never allocated beforehand, so that a file
 * cannot ask for more memory than it has bytes.
 */
final class WireReader {
    /** Groups within groups that are skipped; ONNX has none. */
    private static final int MAX_DEPTH = 16;

    private final String where;
    private final CodedInputStream in;
    private int tag;
    private boolean unread;

    WireReader(String where, byte[] data) {
        this(where, ByteBuffer.wrap(data));
    }

    private WireReader(String where, ByteBuffer data) {
        this.where = where;
        in = CodedInputStream.newInstance(data);
        in.enableAliasing(true);
        in.setRecursionLimit(MAX_DEPTH);
    }

    /** What is done with the stream. */
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T checked(Step<T> step) throws ProblemException {
        try {
            unread = false;
            return step.run();
        } catch (IOException e) {
            throw damaged(Texts.text("onnx.malformed", reason(e)));
        }
    }

    /** The library says only in its words that a message ends in the middle, and guesses why. */
    private static String reason(IOException e) {
        String said = Reason.of(e);
        return said.contains("ended unexpectedly")
                ? Texts.text("problem.endsEarly")
                : SafeText.text(said);
    }

    /** Goes to the next field; false at the end. */
    boolean next() throws ProblemException {
        if (unread && !checked(() -> in.skipField(tag))) {
            throw damaged(Texts.text("onnx.groupEndsEarly"));
        }
        tag = checked(in::readTag);
        unread = tag != 0;
        return unread;
    }

    ProblemException damaged(String why) {
        return ModelFaults.corrupt(where, Texts.text("onnx.damaged"), why);
    }

    int field() {
        return WireFormat.getTagFieldNumber(tag);
    }

    private boolean is(int type) {
        return WireFormat.getTagWireType(tag) == type;
    }

    private void require(int type, String kind) throws ProblemException {
        if (!is(type)) {
            throw damaged(Texts.text("onnx.fieldIsNo", field(), kind));
        }
    }

    /** The field as a whole number. */
    long integer() throws ProblemException {
        require(WireFormat.WIRETYPE_VARINT, "varint");
        return checked(in::readInt64);
    }

    /** The field as a float. */
    float real() throws ProblemException {
        require(WireFormat.WIRETYPE_FIXED32, "float");
        return checked(in::readFloat);
    }

    String text() throws ProblemException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED, "string");
        return checked(in::readString);
    }

    /** The field as a message of its own. */
    WireReader message() throws ProblemException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED, "message");
        return new WireReader(where, checked(in::readByteBuffer));
    }

    /** The bytes of the field; not copied. */
    ByteBuffer bytes() throws ProblemException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED, "bytes");
        return checked(in::readByteBuffer).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A repeated float: the field may hold one, or several packed ones. */
    float[] reals() throws ProblemException {
        if (!is(WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            return new float[] {real()};
        }
        ByteBuffer packed = bytes();
        float[] values = new float[packed.remaining() / Float.BYTES];
        packed.asFloatBuffer().get(values);
        return values;
    }

    /** A repeated whole number: the field may hold one, or several packed ones. */
    long[] integers() throws ProblemException {
        if (!is(WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            return new long[] {integer()};
        }
        return checked(() -> {
            LongStream.Builder values = LongStream.builder();
            int outer = in.pushLimit(in.readRawVarint32());
            while (in.getBytesUntilLimit() > 0) {
                values.add(in.readInt64());
            }
            in.popLimit(outer);
            return values.build().toArray();
        });
    }
}
