package org.eccexplorer.lesson;

/**
 * The network of a lesson.
 *
 * @param model name of the bundled model, or {@link #OPEN}
 * @param images how many test images are run, the first ones
 * @param steps timesteps that are simulated; T of the lesson reads at or before them
 * @param layer index of the spiking layer that charts of a layer show
 * @param closed whether the closed form is computed beside it
 * @param waiting whether the same is run beside it with layers that wait for each other
 */
public record NetworkSpec(
        String model, int images, int steps, int layer, boolean closed, boolean waiting) {
    /** In place of a name: whatever model the window has open, with its images. */
    public static final String OPEN = "open";

    /** Whether it is the model that the window has open. */
    public boolean isOpen() {
        return model.equals(OPEN);
    }
}
