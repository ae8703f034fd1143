package org.eccexplorer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.eccexplorer.plot.Chart;

/** What the program is made of, without tests, whatever the folder it was compiled into. */
final class ProgramOnly implements ImportOption {
    private static final String PLACE =
            Chart.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean includes(Location location) {
        return location.contains(PLACE);
    }
}
