package org.eccexplorer.keras.config;

import java.util.Set;

/**
 * Layers that change images in training only, whatever they are called with: a converted network
 * leaves them out.
 */
public final class Augmentations {
    /** The classes, as Keras names them. */
    public static final Set<String> CLASSES =
            Set.of(
                    "RandomFlip",
                    "RandomRotation",
                    "RandomTranslation",
                    "RandomZoom",
                    "RandomShear",
                    "RandomPerspective",
                    "RandomContrast",
                    "RandomBrightness",
                    "RandomGrayscale",
                    "RandomHue",
                    "RandomSaturation",
                    "RandomSharpness",
                    "RandomColorJitter",
                    "RandomColorDegeneration",
                    "RandomPosterization",
                    "RandomInvert",
                    "RandomErasing",
                    "RandomGaussianBlur",
                    "RandAugment",
                    "AugMix");

    private Augmentations() {}

    /** Whether a layer is one of Keras's own, not a custom class of the same name. */
    static boolean contain(KerasLayer layer) {
        return !layer.isCustom() && CLASSES.contains(layer.className());
    }
}
