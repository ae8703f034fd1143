package org.eccexplorer.app.session;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the window that can be hidden, so that a lesson shows only what it is about; kept in
 * session files by its name.
 */
public enum WindowPart {
    NORMALISATION,
    ELIMINATION,
    CONSISTENCY,
    BEYOND_ECC,
    NEURON_SETTINGS,
    MORE_SETTINGS,
    RUNS,
    STRIP,
    TILES,
    SAMPLE,
    FEATURE_MAPS,
    SPIKES,
    MEMBRANE,
    ERROR,
    COST,
    ANSWERS,
    LAYER,
    IMAGE,
    NEURON,
    SAMPLES,
    DATA,
    PAPER;

    /** Parts in their own order, so that the same ones are always written alike. */
    static Set<WindowPart> inOrder(Set<WindowPart> parts) {
        return parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
    }

    /** The part that a command line calls so, such as {@code feature-maps}. */
    public static Optional<WindowPart> named(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    /** What a command line calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
