package org.eccexplorer.keras;

/** What a layer or an operator is called with. */
sealed interface Argument {

    /** An output of another layer. */
    record Tensor(TensorReference reference) implements Argument {}

    /** A number, as in x + 1; only operators take one. */
    record Constant(double value) implements Argument {}
}
