package org.eccexplorer.sim;

/** What a layer did on an image, as long as its state is that of the image. */
record LentLayer(PerStep perStep, LayerState state, NeuronResults results) implements LayerRun {
    @Override
    public Neurons neurons() {
        return results.lent(state);
    }
}
