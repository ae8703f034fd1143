package org.eccexplorer.app.sweep.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A row of a table of a sweep, read by the names of its columns.
 *
 * @param line of the table, from 1 on
 */
record TableRow(Path table, Map<String, Integer> columns, List<String> cells, int line) {

    /** What stands in a column that has to be there. */
    String text(String column) throws ProblemException {
        Integer at = columns.get(column);
        if (at == null) {
            throw ResultsReader.damaged(table, Texts.text("app.sweep.noColumn", column));
        }
        return cells.get(at);
    }

    /** What stands in a column; empty if there is none. */
    String optional(String column) {
        Integer at = columns.get(column);
        return at == null ? "" : cells.get(at);
    }

    /** A number; NaN where nothing stands. */
    double number(String column) throws ProblemException {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw damaged(column);
        }
    }

    /** A whole number from 1 on. */
    int count(String column) throws ProblemException {
        double number = number(column);
        if (!(number >= 1 && number == Math.rint(number) && number <= Integer.MAX_VALUE)) {
            throw damaged(column);
        }
        return (int) number;
    }

    ProblemException damaged(String column) {
        return ResultsReader.damaged(
                table, Texts.text("app.sweep.otherCell", line, column, optional(column)));
    }
}
