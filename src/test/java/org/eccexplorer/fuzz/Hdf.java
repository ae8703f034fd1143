package org.eccexplorer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An HDF5 file with other numbers in its headers, trees and heaps, more than in its data. */
final class Hdf implements Mutator {
    private static final List<String> STRUCTURES =
            List.of(
                    "\u0089HDF",
                    "TREE",
                    "SNOD",
                    "HEAP",
                    "OHDR",
                    "OCHK",
                    "FRHP",
                    "FHDB",
                    "GCOL",
                    "BTHD",
                    "BTLF",
                    "FAHD",
                    "EAHD");

    /** Bytes behind a signature that say what is where. */
    private static final int HEAD = 96;

    private final Bytes bytes = new Bytes();

    @Override
    public byte[] mutant(byte[] good, Random random) {
        List<Integer> places = places(good);
        if (places.isEmpty() || random.nextInt(4) == 0) {
            return bytes.mutant(good, random);
        }
        byte[] bad = good.clone();
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            int from = places.get(random.nextInt(places.size()));
            int at = Math.min(bad.length - 1, from + random.nextInt(HEAD));
            if (random.nextInt(3) == 0) {
                bad[at] ^= (byte) (1 << random.nextInt(8));
            } else {
                Bytes.number(bad, at, random);
            }
        }
        return bad;
    }

    private static List<Integer> places(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (String structure : STRUCTURES) {
            for (int at = text.indexOf(structure); at >= 0; at = text.indexOf(structure, at + 1)) {
                places.add(at);
            }
        }
        return places;
    }
}
