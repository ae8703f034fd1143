package org.eccexplorer.nir.certificate;

import java.util.List;
import java.util.stream.Collectors;
import org.eccexplorer.text.Texts;

/**
 * Whether a network keeps within the limits of a chip.
 *
 * @param checks one for each limit
 */
public record ChipFit(Chip chip, List<Check> checks) {
    public ChipFit {
        checks = List.copyOf(checks);
    }

    /**
     * A limit.
     *
     * @param key of what is limited, in files
     * @param what is limited, for people
     * @param limit of the chip, with its unit
     * @param found in the network, with its unit, and the layer where it is
     */
    public record Check(String key, String what, String limit, String found, boolean fits) {}

    /** The limits that are exceeded, in words; empty if none is. */
    public String faults() {
        return checks.stream()
                .filter(check -> !check.fits())
                .map(check ->
                        Texts.text(
                                "nir.certificate.fault",
                                check.what(),
                                check.found(),
                                check.limit()))
                .collect(Collectors.joining("; "));
    }

    /** Whether it keeps within all of them. */
    public boolean fits() {
        return checks.stream().allMatch(Check::fits);
    }
}
