package org.eccexplorer.option;

import org.eccexplorer.text.Texts;

/**
 * On or off.
 *
 * @param argument switches to what is not the standard
 */
public record Toggle(String key, String argument, Boolean standard) implements Option<Boolean> {
    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public boolean accepts(Boolean value) {
        return true;
    }

    @Override
    public String range() {
        return Texts.text("option.onOrOff");
    }

    @Override
    public Boolean parse(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(written);
        };
    }

    @Override
    public String written(Boolean value) {
        return value.toString();
    }

    @Override
    public String shown(Boolean value) {
        return value.toString();
    }

    @Override
    public String label() {
        return "";
    }
}
