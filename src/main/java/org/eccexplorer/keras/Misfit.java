package org.eccexplorer.keras;

/** A layer that cannot be read because of what is fed to it, whatever its own settings. */
final class Misfit extends Refusal {
    private static final long serialVersionUID = 1L;

    Misfit(String why) {
        super(why);
    }
}
