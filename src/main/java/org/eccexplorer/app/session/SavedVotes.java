package org.eccexplorer.app.session;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.measure.votes.StoredVotes.Image;

/**
 * Votes as they stand in a session: numbers as bytes, which take less than half the room of digits.
 *
 * @param tied whether equal outputs are told apart
 * @param kept timesteps, T the last
 * @param numbers of each image one after the other, the first byte of a number the highest: class,
 *     CNN's class and answers as int32; outputs and ties as float32; spikes and operations as
 *     float64
 */
record SavedVotes(int classes, boolean tied, int[] kept, int images, byte[] numbers) {
    /** Outputs of a run that a session keeps: 2 MiB. */
    private static final long MOST = 1L << 19;

    /** A run with as many votes as a session keeps. */
    static RunSnapshot fitting(RunSnapshot run) {
        StoredVotes votes = run.votes();
        return votes == null ? run : run.withVotes(votes.thinned(MOST, run.reading().from()));
    }

    private static SavedVotes of(StoredVotes votes) {
        int[] kept = votes.kept();
        boolean tied = votes.images().stream().anyMatch(image -> image.ties().length > 0);
        int bytes = Math.toIntExact(votes.images().size() * bytes(votes.classes(), tied, kept));
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (Image image : votes.images()) {
            buffer.putInt(image.truth()).putInt(image.cnn());
            Arrays.stream(image.answers()).forEach(buffer::putInt);
            put(buffer, image.outputs());
            put(buffer, image.ties());
            Arrays.stream(image.spikes()).forEach(buffer::putDouble);
            Arrays.stream(image.operations()).forEach(buffer::putDouble);
        }
        return new SavedVotes(votes.classes(), tied, kept, votes.images().size(), buffer.array());
    }

    private static long bytes(int classes, boolean tied, int[] kept) {
        long outputs = (long) kept.length * classes * (tied ? 2 : 1);
        int timesteps = kept[kept.length - 1];
        return (2L + timesteps) * Integer.BYTES
                + outputs * Float.BYTES
                + 2L * kept.length * Double.BYTES;
    }

    private static void put(ByteBuffer buffer, float[] values) {
        for (float value : values) {
            buffer.putFloat(value);
        }
    }

    /**
     * What was saved.
     *
     * @throws IllegalArgumentException if the file is damaged
     */
    private StoredVotes votes() {
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(numbers, "numbers");
        boolean ascending =
                kept.length > 0 && kept[0] > 0 && kept[kept.length - 1] <= Settings.MAX_TIMESTEPS;
        for (int k = 1; k < kept.length; k++) {
            ascending &= kept[k] > kept[k - 1];
        }
        if (!ascending
                || classes < 1
                || images < 0
                || numbers.length != images * bytes(classes, tied, kept)) {
            throw new IllegalArgumentException("votes of " + numbers.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(numbers);
        List<Image> all = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            int truth = buffer.getInt();
            int cnn = buffer.getInt();
            int[] answers = new int[kept[kept.length - 1]];
            Arrays.setAll(answers, t -> buffer.getInt());
            all.add(
                    new Image(
                            truth,
                            cnn,
                            answers,
                            floats(buffer, kept.length * classes),
                            floats(buffer, tied ? kept.length * classes : 0),
                            doubles(buffer, kept.length),
                            doubles(buffer, kept.length)));
        }
        return new StoredVotes(classes, kept, all);
    }

    private static float[] floats(ByteBuffer buffer, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getFloat();
        }
        return values;
    }

    private static double[] doubles(ByteBuffer buffer, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> buffer.getDouble());
        return values;
    }

    /** How Jackson writes and reads votes. */
    @JsonSerialize(converter = Writer.class)
    @JsonDeserialize(converter = Reader.class)
    interface Form {}

    /** Called by Jackson. */
    static final class Writer extends StdConverter<StoredVotes, SavedVotes> {
        @Override
        public SavedVotes convert(StoredVotes votes) {
            return of(votes);
        }
    }

    /** Called by Jackson. */
    static final class Reader extends StdConverter<SavedVotes, StoredVotes> {
        @Override
        public StoredVotes convert(SavedVotes saved) {
            return saved.votes();
        }
    }
}
