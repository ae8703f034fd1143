package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the map of the floors in CONTRIBUTING.md against the code. */
class FloorsTest {
    private static final String ROOT = "org.eccexplorer";
    private static final Path MAP =
            Path.of(System.getProperty("ecc.home", ".")).resolve("CONTRIBUTING.md");

    /** The floor of each room, counted from the top. */
    private static final Map<String, Integer> FLOORS = new LinkedHashMap<>();

    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = Files.readAllLines(MAP);
        int start = lines.indexOf("## The floors");
        assertThat(start).as("the heading of the map").isNotNegative();
        List<String> map =
                lines.subList(start, lines.size()).stream()
                        .dropWhile(line -> !line.startsWith("```"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("```"))
                        .toList();
        for (int floor = 0; floor < map.size(); floor++) {
            String rooms = map.get(floor).split("│", 2)[1];
            for (String room : rooms.strip().split("\\s+")) {
                assertThat(FLOORS.put(room, floor)).as("room %s stands once", room).isNull();
            }
        }
        classes = new ClassFileImporter().withImportOption(new ProgramOnly()).importPackages(ROOT);
    }

    @Test
    void everyRoomIsOnTheMap() {
        Set<String> rooms =
                classes.stream()
                        .map(FloorsTest::room)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(FLOORS.keySet())).isEqualTo(rooms);
    }

    @Test
    void roomsDependOnlyOnRoomsOfLowerFloors() {
        List<String> upwards = new ArrayList<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = room(target);
                String from = room(type);
                if (FLOORS.containsKey(to)
                        && target.getPackageName().startsWith(ROOT)
                        && !from.equals(to)
                        && FLOORS.get(from) >= FLOORS.get(to)) {
                    upwards.add(from + " → " + to + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT)
                ? "(start)"
                : name.substring(Math.min(name.length(), ROOT.length() + 1));
    }
}
