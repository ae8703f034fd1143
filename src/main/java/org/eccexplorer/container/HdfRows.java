package org.eccexplorer.container;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** A dataset of numbers that is read a few rows at a time; a row is all that one index holds. */
public final class HdfRows {
    /** About this many bytes are read at a time. */
    private static final long BLOCK = 4L << 20;

    private final String place;
    private final Dataset dataset;
    private final HdfBackingStorage storage;
    private final String type;
    private final int[] shape;
    private final long rowSize;

    private HdfRows(
            String place,
            Dataset dataset,
            HdfBackingStorage storage,
            String type,
            int[] shape,
            long rowSize) {
        this.place = place;
        this.dataset = dataset;
        this.storage = storage;
        this.type = type;
        this.shape = shape;
        this.rowSize = rowSize;
    }

    static HdfRows of(String place, Dataset dataset, HdfBackingStorage storage)
            throws ProblemException {
        DataType type = HdfGuard.read(place, Texts.text("container.theType"), dataset::getDataType);
        String name = name(type);
        if (name.isEmpty()) {
            throw ModelFaults.unsupported(
                    place,
                    Texts.text("container.noNumbers"),
                    Texts.text("container.typeOfData", type.getClass().getSimpleName()),
                    Texts.text("container.saveNumbers"));
        }
        int[] shape =
                HdfGuard.read(place, Texts.text("container.theShape"), dataset::getDimensions);
        HdfNumbers.checkSizes(place, dataset);
        long rowSize = HdfGuard.read(place, Texts.text("container.theShape"), () -> rowSize(shape));
        return new HdfRows(place, dataset, storage, name, shape, rowSize);
    }

    /** A type of numbers as NumPy writes it, without byte order; empty for one that it has not. */
    private static String name(DataType type) {
        int size = type.getSize();
        return switch (type) {
            case FixedPoint whole
                    when (size == 1 || size == 2 || size == 4 || size == 8)
                            && whole.getBitPrecision() == 8 * size ->
                    (whole.isSigned() ? "i" : "u") + size;
            case FloatingPoint real
                    when real.getExponentSize() == exponentBits(size)
                            && real.getBitPrecision() == 8 * size ->
                    "f" + size;
            default -> "";
        };
    }

    /** By IEEE 754. */
    private static int exponentBits(int bytes) {
        return switch (bytes) {
            case 2 -> 5;
            case 4 -> 8;
            case 8 -> 11;
            default -> -1;
        };
    }

    /** The type as NumPy writes it, without byte order, such as "u1" or "f4". */
    public String type() {
        return type;
    }

    /** The shape of the whole dataset, rows first; empty for a scalar. */
    public int[] shape() {
        return shape.clone();
    }

    /** Numbers in one row. */
    public long rowSize() {
        return rowSize;
    }

    private static long rowSize(int[] shape) {
        long size = 1;
        for (int d = 1; d < shape.length; d++) {
            size = Math.multiplyExact(size, shape[d]);
        }
        return size;
    }

    /**
     * Refuses rows of which each holds nothing: billions of them may be said to be in a small file.
     *
     * @throws ProblemException of kind CORRUPT
     */
    public void requireValues() throws ProblemException {
        if (rowSize == 0) {
            throw ModelFaults.corrupt(
                    place,
                    Texts.text("container.rowsAreEmpty"),
                    Texts.text("container.shapeIs", Arrays.toString(shape)));
        }
    }

    /**
     * Reads rows in order.
     *
     * @param from the first
     * @param to the first that is left out
     * @param use gets their bytes, whole rows at a time, in the byte order of the numbers
     */
    public void read(int from, int to, Consumer<ByteBuffer> use) throws ProblemException {
        if (HdfGuard.read(place, Texts.text("container.theData"), dataset::isEmpty)) {
            throw ModelFaults.corrupt(
                    place,
                    Texts.text("container.dataNeverWritten"),
                    Texts.text("container.noDataStored"));
        }
        int together = HdfGuard.read(place, Texts.text("container.theChunkSize"), this::together);
        for (int first = from; first < to; ) {
            // Blocks end where chunks do, so that none is unpacked twice.
            int last = (int) Math.min(to, ((long) first / together + 1) * together);
            int start = first;
            ByteBuffer block =
                    HdfGuard.read(
                            place,
                            Texts.text("container.theData"),
                            () -> block(start, last - start));
            use.accept(block.order(((OrderedDataType) dataset.getDataType()).getByteOrder()));
            first = last;
        }
    }

    private int together() {
        int rows =
                (int) Math.max(1, BLOCK / Math.max(1, rowSize() * dataset.getDataType().getSize()));
        int chunk = dataset instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[0] : 1;
        return chunk * Math.max(1, rows / chunk);
    }

    private ByteBuffer block(int first, int count) {
        long rowBytes = rowSize() * dataset.getDataType().getSize();
        if (dataset instanceof ContiguousDataset contiguous) {
            return storage.readBufferFromAddress(
                    contiguous.getDataAddress() + first * rowBytes,
                    Math.toIntExact(count * rowBytes));
        }
        if (!(dataset instanceof ChunkedDataset)) {
            ByteBuffer all = ((DatasetBase) dataset).getDataBuffer();
            return all.slice((int) (first * rowBytes), (int) (count * rowBytes));
        }
        long[] offset = new long[shape.length];
        int[] size = shape.clone();
        offset[0] = first;
        size[0] = count;
        return ((DatasetBase) dataset).getSliceDataBuffer(offset, size);
    }
}
