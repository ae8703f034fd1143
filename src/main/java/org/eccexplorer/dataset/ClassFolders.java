package org.eccexplorer.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * Folders as classes: in alphabetical order, or, if all names are numbers, the class is the number.
 *
 * @param names of all classes in order
 */
record ClassFolders(List<Group> groups, List<String> names) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final int MOST = 100_000;
    private static final int SHOWN = 5;

    /** One folder and the class of its pictures. */
    record Group(Path folder, int label) {}

    ClassFolders {
        groups = List.copyOf(groups);
        names = List.copyOf(names);
    }

    /**
     * The classes of folders.
     *
     * @param folders in alphabetical order
     * @param said gets which order was taken, if the two differ
     */
    static ClassFolders of(List<Path> folders, Reading reading, Findings said)
            throws ProblemException {
        if (!reading.order().isEmpty()) {
            return inOrder(folders, reading);
        }
        Reading.Classes order = reading.classes();
        boolean numbers = !folders.isEmpty() && folders.stream().allMatch(ClassFolders::isNumber);
        if (!numbers || order == Reading.Classes.NAME) {
            return byName(folders);
        }
        ClassFolders byNumber = byNumber(folders);
        if (order == Reading.Classes.UNSAID && !byNumber.groups.equals(byName(folders).groups)) {
            said.decide(
                    DataChoice.ofClasses(
                            Texts.text(
                                    "dataset.numberedFolders",
                                    first(byNumber.groups.stream().map(Group::folder).toList()),
                                    first(folders))));
        }
        return byNumber;
    }

    private static ClassFolders inOrder(List<Path> folders, Reading reading)
            throws ProblemException {
        List<Group> groups = new ArrayList<>();
        for (Path folder : folders) {
            String name = String.valueOf(folder.getFileName());
            groups.add(new Group(folder, reading.inOrder(name)));
        }
        return new ClassFolders(groups, reading.order());
    }

    private static String first(List<Path> folders) {
        List<String> names =
                folders.stream()
                        .limit(SHOWN)
                        .map(folder -> String.valueOf(folder.getFileName()))
                        .toList();
        String text = String.join(", ", names);
        return folders.size() > SHOWN ? Texts.text("dataset.andMore", text) : text;
    }

    private static ClassFolders byName(List<Path> folders) {
        List<Group> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            groups.add(new Group(folder, groups.size()));
            names.add(String.valueOf(folder.getFileName()));
        }
        return new ClassFolders(groups, names);
    }

    /** The number is the class; numbers from 1 on without a gap are counted from 0. */
    private static ClassFolders byNumber(List<Path> folders) {
        List<Path> sorted = new ArrayList<>(folders);
        sorted.sort(Comparator.comparingInt(ClassFolders::number));
        int last = number(sorted.getLast());
        boolean fromOne = number(sorted.getFirst()) == 1 && last == sorted.size();
        if (fromOne || last >= MOST) {
            return byName(sorted);
        }
        List<Group> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path folder : sorted) {
            int number = number(folder);
            while (names.size() < number) {
                names.add(String.valueOf(names.size()));
            }
            names.add(String.valueOf(folder.getFileName()));
            groups.add(new Group(folder, number));
        }
        return new ClassFolders(groups, names);
    }

    private static boolean isNumber(Path folder) {
        return NUMBER.matcher(String.valueOf(folder.getFileName())).matches();
    }

    private static int number(Path folder) {
        return Integer.parseInt(String.valueOf(folder.getFileName()));
    }
}
