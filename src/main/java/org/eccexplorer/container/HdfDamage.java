package org.eccexplorer.container;

/** What is wrong with an HDF5 file, found inside a call of the library: a sentence for a user. */
final class HdfDamage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HdfDamage(String why) {
        super(why);
    }

    /** For the library's threads, which throw another one of the same kind for what one threw. */
    HdfDamage(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
