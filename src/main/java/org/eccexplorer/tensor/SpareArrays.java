package org.eccexplorer.tensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays of one evaluation, handed from activations that no layer reads any more to those that
 * come. Not for several threads.
 */
public final class SpareArrays {
    private final Map<Integer, Deque<float[]>> bySize = new HashMap<>();

    /** An array of this size, of any values. */
    public float[] take(int size) {
        Deque<float[]> spare = bySize.get(size);
        return spare == null || spare.isEmpty() ? new float[size] : spare.pop();
    }

    /** Takes an array that is of no more use. */
    public void give(float[] array) {
        bySize.computeIfAbsent(array.length, size -> new ArrayDeque<>()).push(array);
    }
}
