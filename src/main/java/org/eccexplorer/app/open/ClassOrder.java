package org.eccexplorer.app.open;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of classes in which answers fit labels best: the pairs of label and answer that occur
 * most often first.
 *
 * @param outputs the output that each label stands for; −1 if none was seen
 * @param accuracy of the answers in this order, 0 to 1
 */
record ClassOrder(int[] outputs, double accuracy) {
    /** So often a label has to be seen before its output is believed. */
    private static final int SEEN = 2;

    static ClassOrder of(int[] labels, int[] answers, int classes) {
        int[][] pairs = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            pairs[labels[i]][answers[i]]++;
        }
        int[] outputs = new int[classes];
        Arrays.fill(outputs, -1);
        boolean[] taken = new boolean[classes];
        int right = 0;
        for (int round = 0; round < classes; round++) {
            int best = 0;
            int label = -1;
            for (int l = 0; l < classes; l++) {
                for (int o = 0; o < classes && outputs[l] < 0; o++) {
                    if (!taken[o] && pairs[l][o] > best) {
                        best = pairs[l][o];
                        label = l;
                    }
                }
            }
            if (label < 0) {
                break;
            }
            int output = 0;
            while (taken[output] || pairs[label][output] != best) {
                output++;
            }
            outputs[label] = best < SEEN ? -1 : output;
            taken[output] = true;
            right += best;
            pairs[label] = new int[classes];
        }
        giveLast(outputs);
        return new ClassOrder(outputs, (double) right / labels.length);
    }

    /** One label and one output that are left belong together. */
    private static void giveLast(int[] outputs) {
        int[] left = IntStream.range(0, outputs.length).filter(l -> outputs[l] < 0).toArray();
        if (left.length == 1) {
            int all = outputs.length * (outputs.length - 1) / 2;
            outputs[left[0]] = all - (Arrays.stream(outputs).sum() + 1);
        }
    }

    /** Names by output; empty if some are unknown. */
    List<String> names(List<String> byLabel) {
        if (byLabel.size() != outputs.length || Arrays.stream(outputs).anyMatch(o -> o < 0)) {
            return List.of();
        }
        String[] names = new String[outputs.length];
        for (int label = 0; label < outputs.length; label++) {
            names[outputs[label]] = byLabel.get(label);
        }
        boolean plain = Arrays.stream(names).noneMatch(name -> name.contains(","));
        return plain ? List.of(names) : List.of();
    }
}
