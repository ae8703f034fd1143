package org.eccexplorer.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON that could not be read. */
final class JsonFaults {
    private JsonFaults() {}

    /** Whether it is the content that is at fault, and not the disk, the network or the rights. */
    static boolean isDamage(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean content =
                    cause instanceof JsonProcessingException
                            || cause instanceof ZipException
                            || cause instanceof EOFException
                            || cause instanceof CharConversionException;
            if (cause instanceof IOException && !content) {
                return false;
            }
        }
        return true;
    }

    /** Why JSON could not be read. */
    static String reason(Exception e) {
        return switch (e) {
            case EOFException _ -> Texts.text("app.session.endsTooEarly");
            case JsonEOFException _ -> Texts.text("app.session.endsTooEarly");
            case JsonMappingException mapping -> reason(mapping);
            default -> firstLine(e);
        };
    }

    /** Which field could not be read, and why. */
    private static String reason(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            String name = part.getFieldName();
            path.append(name == null ? "[" + part.getIndex() + "]" : "." + name);
        }
        String field = path.isEmpty() ? "" : path.substring(path.charAt(0) == '.' ? 1 : 0);
        Throwable cause = e.getCause();
        String lacks = cause instanceof NullPointerException ? cause.getMessage() : null;
        // Records say by its name what they lack.
        boolean named = lacks != null && lacks.matches("\\w+");
        return Texts.text(
                        "app.session.field",
                        named ? (field + "." + lacks).replaceAll("^\\.", "") : field,
                        named ? Texts.text("app.session.fieldIsMissing") : reason(e, cause))
                .strip();
    }

    private static String reason(JsonMappingException e, @Nullable Throwable cause) {
        return switch (cause) {
            case NullPointerException _ -> Texts.text("app.session.partIsMissing");
            case JsonEOFException _ -> Texts.text("app.session.endsTooEarly");
            case IllegalArgumentException range when range.getMessage() != null ->
                    SafeText.text(range.getMessage());
            case null, default ->
                    switch (e) {
                        case InvalidFormatException value ->
                                Texts.text(
                                        "app.session.fieldCannotBe",
                                        SafeText.text(String.valueOf(value.getValue())));
                        case InvalidNullException _ -> Texts.text("app.session.fieldIsMissing");
                        case MismatchedInputException _
                                when String.valueOf(e.getOriginalMessage())
                                        .contains("map `null`") ->
                                Texts.text("app.session.fieldIsMissing");
                        case MismatchedInputException _ ->
                                Texts.text("app.session.fieldOfOtherKind");
                        default -> SafeText.text(String.valueOf(e.getOriginalMessage()));
                    };
        };
    }

    static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
