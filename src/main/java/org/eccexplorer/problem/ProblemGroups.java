package org.eccexplorer.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.text.Texts;

/** Problems that differ in their place only, said once: "and 23 more for the same reason". */
public final class ProblemGroups {
    private ProblemGroups() {}

    /** One problem for each reason, at its first place. */
    public static List<Problem> byReason(List<Problem> problems) {
        Map<List<Object>, Integer> counts = new LinkedHashMap<>();
        Map<List<Object>, Problem> firsts = new LinkedHashMap<>();
        for (Problem problem : problems) {
            List<Object> reason =
                    List.of(problem.kind(), problem.what(), problem.why(), problem.remedy());
            counts.merge(reason, 1, Integer::sum);
            firsts.putIfAbsent(reason, problem);
        }
        return firsts.entrySet().stream()
                .map(group -> counted(group.getValue(), counts.getOrDefault(group.getKey(), 1)))
                .toList();
    }

    private static Problem counted(Problem first, int count) {
        return count == 1
                ? first
                : new Problem(
                        first.kind(),
                        first.where(),
                        Texts.text("problem.andMore", first.what(), count - 1),
                        first.why(),
                        first.remedy());
    }
}
