package org.eccexplorer.app.session;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record and of all records in it: none is missing that is not marked as nullable,
 * and every number is one. Fields are named by their path, such as {@code runs[0].seconds}.
 */
final class RecordValues {
    /** A correlation has no value where one side never varies. */
    private static final String MAY_BE_NAN = "pearson";

    /** Where no image is answered early the lead that it takes is infinite. */
    private static final String MAY_BE_INFINITE = "thresholds";

    private final Wrong wrong;

    /** Words the problem of a field. */
    @FunctionalInterface
    interface Wrong {
        ProblemException field(String field, String why);
    }

    RecordValues(Wrong wrong) {
        this.wrong = wrong;
    }

    /** Looks through a record. */
    void check(Record record) throws ProblemException {
        check(record, "");
    }

    private void check(Record record, String path) throws ProblemException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = component.getName();
            String field = path.isEmpty() ? name : path + "." + name;
            Object value = value(record, component);
            if (value != null) {
                check(value, name, field);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw missing(field);
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /** Looks through a value that is there, by the name of the component that it stands in. */
    void check(Object value, String name, String field) throws ProblemException {
        switch (value) {
            case Record inner -> check(inner, field);
            case List<?> list -> check(list.toArray(), name, field);
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    present(entry.getValue(), name, field + "." + entry.getKey());
                }
            }
            case Object[] all -> check(all, name, field);
            case double[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    number(numbers[i], name, field + "[" + i + "]");
                }
            }
            case float[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    number(numbers[i], name, field + "[" + i + "]");
                }
            }
            case Double number -> number(number, name, field);
            case Float number -> number(number, name, field);
            default -> {}
        }
    }

    private void check(@Nullable Object[] all, String name, String field) throws ProblemException {
        for (int i = 0; i < all.length; i++) {
            present(all[i], name, field + "[" + i + "]");
        }
    }

    private void present(@Nullable Object value, String name, String field)
            throws ProblemException {
        if (value == null) {
            throw missing(field);
        }
        check(value, name, field);
    }

    private void number(double number, String name, String field) throws ProblemException {
        boolean allowed =
                Double.isFinite(number)
                        || (Double.isNaN(number) && name.equals(MAY_BE_NAN))
                        || (number == Double.POSITIVE_INFINITY && name.equals(MAY_BE_INFINITE));
        if (!allowed) {
            throw wrong.field(
                    field, Texts.text("app.session.fieldIsNoNumber", String.valueOf(number)));
        }
    }

    private ProblemException missing(String field) {
        return wrong.field(field, Texts.text("app.session.fieldIsMissing"));
    }
}
