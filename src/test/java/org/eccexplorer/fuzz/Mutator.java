package org.eccexplorer.fuzz;

import java.util.Random;

/** Makes a file that is nearly like a good one, by knowing how such files are built. */
@FunctionalInterface
interface Mutator {
    /** Another file; the good one is not changed. */
    byte[] mutant(byte[] good, Random random);

    /** This one mostly, the other one in every so many mutants. */
    default Mutator or(Mutator other, int every) {
        return (good, random) ->
                random.nextInt(every) == 0 ? other.mutant(good, random) : mutant(good, random);
    }
}
