package org.eccexplorer.app.lesson;

import java.util.List;
import org.eccexplorer.files.Csv;
import org.eccexplorer.text.Numbers;

/** A learner's answers as a table: no names, no times. */
public final class AnswersCsv {
    private static final List<String> HEADER =
            List.of("lesson", "page", "task", "answer", "right", "hints", "score");

    private AnswersCsv() {}

    /** The whole file. */
    public static String of(List<Attempt> attempts) {
        return Csv.text(
                HEADER,
                attempts.stream()
                        .map(one ->
                                List.<Object>of(
                                        one.lesson(),
                                        one.page(),
                                        one.task(),
                                        one.answer(),
                                        one.right(),
                                        one.hints(),
                                        one.score().map(Numbers::compact).orElse("")))
                        .toList());
    }
}
