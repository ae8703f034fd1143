package org.eccexplorer.keras.layer;

import org.eccexplorer.keras.config.Refusal;

/** A layer that cannot be read because of what is fed to it, whatever its own settings. */
public final class InputRefusal extends Refusal {
    private static final long serialVersionUID = 1L;

    InputRefusal(String why) {
        super(why);
    }
}
