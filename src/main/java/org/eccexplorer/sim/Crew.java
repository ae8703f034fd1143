package org.eccexplorer.sim;

/**
 * Does independent pieces of work of one image: rows of a layer. The result does not depend on it.
 */
public interface Crew {
    /** One worker that does one piece after the other. */
    Crew ALONE =
            new Crew() {
                @Override
                public int size() {
                    return 1;
                }

                @Override
                public void run(int pieces, Work work) {
                    for (int i = 0; i < pieces; i++) {
                        work.run(0, i);
                    }
                }
            };

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        /** Does piece {@code index} with what belongs to a worker, 0 to {@link Crew#size()} − 1. */
        void run(int worker, int index);
    }

    /** Number of workers. */
    int size();

    /** Does all pieces and returns when the last is done. */
    void run(int pieces, Work work);
}
