package org.eccexplorer.app.open;

import org.eccexplorer.dataset.LabelledImages;

/**
 * One image that is looked at: of the data set, or the user's own. Two are the same only by
 * identity.
 */
public final class ViewedImage {
    /** The index of an image that is in no data set. */
    public static final int OWN = -1;

    private final int index;
    private final int label;
    private final float[] pixels;

    private ViewedImage(int index, int label, float[] pixels) {
        this.index = index;
        this.label = label;
        this.pixels = pixels;
    }

    /** An image of a data set. */
    public static ViewedImage of(LabelledImages images, int index) {
        int label = images.labels().length == 0 ? -1 : images.labels()[index];
        return new ViewedImage(index, label, images.image(index));
    }

    /** The user's own image, channels-last, in the units that the model takes. */
    public static ViewedImage own(float[] pixels) {
        return new ViewedImage(OWN, -1, pixels.clone());
    }

    /** In its data set, or {@link #OWN}. */
    public int index() {
        return index;
    }

    /** The true class, −1 if unknown. */
    public int label() {
        return label;
    }

    /** Channels-last; not to be changed. */
    public float[] pixels() {
        return pixels;
    }
}
