package org.eccexplorer.app.sweep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Argument;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Texts;

/**
 * The settings that a plan can vary, by the names that they have on the command line of {@code ecc
 * run}; made from the definitions of the options.
 */
public final class SettingNames {
    /** Which of the three techniques are on: {@code all}, {@code cn+tre}, {@code none}. */
    public static final String TECHNIQUES = "techniques";

    /** All that SpKeras does differently. */
    static final String SPKERAS = "spkeras";

    /** T. */
    static final String TIMESTEPS = name(Settings.TIMESTEPS);

    private static final String ON = "true";
    private static final String OFF = "false";

    /** Not results, or said elsewhere in a plan. */
    private static final Set<Setting<?>> OTHERS =
            Set.of(Setting.SEED, Setting.THREADS, Setting.KERNELS);

    private static final Map<String, Argument> ARGUMENTS = new LinkedHashMap<>();
    private static final Map<Option<?>, Setting<?>> SETTINGS = new LinkedHashMap<>();

    static {
        for (Setting<?> setting : Setting.ALL) {
            if (!OTHERS.contains(setting)) {
                SETTINGS.put(setting.option(), setting);
            }
        }
        Argument.of(List.copyOf(SETTINGS.keySet()))
                .forEach(argument -> ARGUMENTS.put(argument.name().substring(2), argument));
    }

    private SettingNames() {}

    /** The name of an option in a plan. */
    public static String name(Option<?> option) {
        return option.argument().substring(2);
    }

    /** All names that are options of their own, in the order of their definitions. */
    public static List<String> columns() {
        return List.copyOf(ARGUMENTS.keySet());
    }

    /** All names that can stand in a plan. */
    static List<String> all() {
        List<String> all = new ArrayList<>(List.of(TECHNIQUES));
        all.addAll(ARGUMENTS.keySet());
        all.add(SPKERAS);
        return all;
    }

    /** What two names both say; empty if they can stand side by side. */
    static boolean clash(String one, String other) {
        return isTechnique(one) && other.equals(TECHNIQUES);
    }

    private static boolean isTechnique(String name) {
        return ConversionOptions.TECHNIQUES.stream().anyMatch(toggle -> name(toggle).equals(name));
    }

    /** The option that a name is of; of several the first one; empty if it is of none. */
    public static Optional<Option<?>> first(String name) {
        return Optional.ofNullable(ARGUMENTS.get(name)).map(Argument::first);
    }

    /**
     * A value as it is always written, whatever way it was.
     *
     * @throws IllegalArgumentException that says which values there are, if it is none of them
     */
    static String canonical(String name, String written) {
        return switch (name) {
            case TECHNIQUES -> Combinations.written(techniques(written));
            case SPKERAS -> String.valueOf(isOn(written));
            default -> {
                Settings with = apply(Settings.standard(), name, written);
                yield written(with, name);
            }
        };
    }

    private static ConversionOptions techniques(String written) {
        return Combinations.named(ConversionOptions.ecc(), written)
                .orElseThrow(() ->
                        new IllegalArgumentException(Texts.text("app.sweep.writeTechniques")));
    }

    private static boolean isOn(String written) {
        return switch (written) {
            case ON -> true;
            case OFF -> false;
            default -> throw new IllegalArgumentException(Texts.text("app.sweep.writeOnOff"));
        };
    }

    /**
     * The same settings with a value.
     *
     * @throws IllegalArgumentException that says which values there are, if it is none of them
     */
    public static Settings apply(Settings settings, String name, String written) {
        return switch (name) {
            case TECHNIQUES ->
                    settings.with(Combinations.named(settings.conversion(), written).orElseThrow());
            case SPKERAS ->
                    isOn(written) ? settings.with(settings.conversion().spKeras()) : settings;
            default -> {
                Argument argument = ARGUMENTS.get(name);
                if (argument == null) {
                    throw new IllegalArgumentException(name);
                }
                Settings all = settings;
                for (Option<?> option : argument.options()) {
                    all = with(all, setting(option), argument, written);
                }
                yield all;
            }
        };
    }

    private static Setting<?> setting(Option<?> option) {
        return Objects.requireNonNull(SETTINGS.get(option));
    }

    private static <T> Settings with(
            Settings settings, Setting<T> setting, Argument argument, String written) {
        // A toggle's argument stands for what is not its standard.
        String value =
                setting.option() instanceof Toggle toggle
                        ? toggle.written(toggle.standard() != isOn(written))
                        : written;
        try {
            return setting.set().apply(settings, argument.value(setting.option(), value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Texts.text("app.sweep.give", argument.range(), written), e);
        }
    }

    /** What settings have under a name of {@link #columns}. */
    public static String written(Settings settings, String name) {
        Argument argument = ARGUMENTS.get(name);
        if (argument == null) {
            throw new IllegalArgumentException(name);
        }
        return argument.options().reversed().stream()
                .filter(option ->
                        option.equals(argument.first()) || differs(settings, setting(option)))
                .map(option -> written(settings, setting(option)))
                .findFirst()
                .orElseThrow();
    }

    private static <T> boolean differs(Settings settings, Setting<T> setting) {
        return !setting.get().apply(settings).equals(setting.option().standard());
    }

    private static <T> String written(Settings settings, Setting<T> setting) {
        T value = setting.get().apply(settings);
        return setting.option() instanceof Toggle toggle
                ? String.valueOf(!value.equals(toggle.standard()))
                : setting.option().written(value);
    }

    /** What gives a value on the command line; nothing where it is the standard. */
    public static List<String> arguments(Settings settings) {
        List<String> arguments = new ArrayList<>();
        for (String name : ARGUMENTS.keySet()) {
            String value = written(settings, name);
            if (value.equals(written(Settings.standard(), name))) {
                continue;
            }
            arguments.add("--" + name);
            if (!(ARGUMENTS.get(name).first() instanceof Toggle)) {
                arguments.add(value);
            }
        }
        return arguments;
    }
}
