package org.eccexplorer.app.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eccexplorer.lesson.Check;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.lesson.Part;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.lesson.Scene;
import org.eccexplorer.text.Numbers;

/**
 * A lesson as a learner goes through it: the page, what is set, what was answered. It knows no
 * window; a check looks at the numbers of the scene and at nothing else.
 */
public final class LessonState {
    /** Hints of a check: look here, what changes, do it for me. */
    public static final int HINTS = 3;

    private Lesson lesson;
    private final Optional<NetworkScene> network;
    private final Set<String> done;
    private final Map<String, Double> best;
    private final Set<String> reached = new HashSet<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<String, Integer> hints = new HashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();
    private final Map<String, Curve> drawn = new HashMap<>();
    private int page;
    private boolean moving;
    private SceneView now;
    private SceneView begun;

    /**
     * Begins a lesson.
     *
     * @param before what was done of it before
     */
    public LessonState(Lesson lesson, Progress before) {
        this(lesson, lesson.network().map(NetworkScene::new), before);
    }

    /** Begins a lesson with a network that may have runs already. */
    public LessonState(Lesson lesson, Optional<NetworkScene> network, Progress before) {
        this.lesson = lesson;
        this.network = network;
        done = new HashSet<>(before.done());
        best = new HashMap<>(before.best());
        begun = view(lesson.start());
        now = begun;
        turn(0);
    }

    private SceneView view(Map<String, Double> settings) {
        return new SceneView(lesson, page().scene(), network, settings);
    }

    public Lesson lesson() {
        return lesson;
    }

    /** Takes the lesson as its author changed it, on the same page as far as there is one. */
    public void reload(Lesson changed) {
        int at = Math.min(page, changed.pages().size() - 1);
        lesson = changed;
        turn(at);
    }

    public Optional<NetworkScene> network() {
        return network;
    }

    /** The scene as it is set now. */
    public SceneView now() {
        return now;
    }

    /** The scene as it was when the page was turned to: what its questions are about. */
    public SceneView asked() {
        return begun;
    }

    public LessonPage page() {
        return lesson.pages().get(page);
    }

    /** Index of the page, from 0. */
    public int pageIndex() {
        return page;
    }

    public boolean isFirst() {
        return page == 0;
    }

    public boolean isLast() {
        return page == lesson.pages().size() - 1;
    }

    /** Turns to a page and sets its scene. */
    public void turn(int index) {
        page = index;
        moving = false;
        // Whatever came before, a page begins with what it and the pages before it set.
        Map<String, Double> settings = new LinkedHashMap<>(lesson.start());
        for (int i = 0; i <= index; i++) {
            settings.putAll(lesson.pages().get(i).set());
        }
        begun = view(settings);
        now = begun;
        update();
    }

    /** Sets an input. */
    public void set(String name, double value) {
        Map<String, Double> settings = new LinkedHashMap<>(now.settings());
        settings.put(name, value);
        now = view(settings);
        update();
    }

    /** Whether the page shows or asks for something of the network whose run was not made yet. */
    public boolean needsRun() {
        return now.isWaiting() && usesNetwork(page());
    }

    private boolean usesNetwork(LessonPage one) {
        return lesson.names(one).stream().anyMatch(Scene::isOfNetwork)
                || one.charts().stream().anyMatch(Scene::isOfNetwork);
    }

    /** Sets everything as it was when the page was turned to. */
    public void reset() {
        now = begun;
        update();
    }

    /** A control is being moved, or was let go: what it passes on its way meets no check. */
    public void moving(boolean on) {
        moving = on;
        update();
    }

    /** Looks at the checks of the page again: after a run was made. */
    public void update() {
        if (moving) {
            return;
        }
        for (Part part : page().parts()) {
            if (part instanceof Part.Hold hold && holds(hold.check())) {
                String check = hold.check();
                boolean better = isBetter(check);
                if (reached.add(check) || better) {
                    score(check).ifPresent(own -> best.merge(check, own, Math::min));
                    finish(check, shown(now.settings()));
                }
            }
        }
    }

    private Optional<Double> score(String task) {
        return Optional.ofNullable(lesson.checks().get(task))
                .flatMap(Check::score)
                .map(own -> own.at(now::of))
                .filter(value -> !value.isNaN());
    }

    private boolean isBetter(String check) {
        return score(check).filter(own -> own < best(check).orElse(Double.MAX_VALUE)).isPresent();
    }

    /** The best score of a check so far, in this run of the program or before; lower is better. */
    public Optional<Double> best(String check) {
        return Optional.ofNullable(best.get(check));
    }

    private static String shown(Map<String, Double> settings) {
        return String.join(
                " ",
                settings.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(pair -> pair.getKey() + "=" + Numbers.compact(pair.getValue()))
                        .toList());
    }

    private void finish(String task, String answer) {
        done.add(task);
        note(task, answer, true);
    }

    private void note(String task, String answer, boolean right) {
        Optional<Double> score = right ? score(task) : Optional.empty();
        attempts.add(new Attempt(lesson.id(), page + 1, task, answer, right, hints(task), score));
    }

    /** Whether a check is met now. */
    public boolean holds(String check) {
        return lesson.check(check).when().holds(now::of);
    }

    /** Whether a question was answered rightly, or a check was met, once. */
    public boolean isDone(String task) {
        return done.contains(task);
    }

    /** All that is done. */
    public Progress progress() {
        return new Progress(done, best);
    }

    /** Whether all tasks of a page are done. */
    public boolean isDone(LessonPage one) {
        return done.containsAll(one.tasks());
    }

    /** Whether the answers to a question can be told right from wrong already. */
    public boolean isReady(Question question) {
        return switch (question) {
            case Question.Choice choice ->
                    choice.answers().stream()
                            .noneMatch(answer ->
                                    answer.right().names().stream()
                                                    .anyMatch(n -> Double.isNaN(begun.of(n)))
                                            || answer.say().names().stream()
                                                    .anyMatch(n -> Double.isNaN(begun.of(n))));
            case Question.Draw draw -> Curve.of(begun, draw.curve()).isComplete();
        };
    }

    /** Whether an answer of a choice is right. */
    public boolean isRight(Question.Answer answer) {
        return answer.right().holds(begun::of);
    }

    /** Chooses an answer, by its index; whether it is right. */
    public boolean choose(String name, int index) {
        Question.Choice choice = (Question.Choice) lesson.question(name);
        Question.Answer answer = choice.answers().get(index);
        chosen.put(name, index);
        boolean right = isRight(answer);
        String said = answer.say().at(begun::of);
        if (right) {
            finish(name, said);
        } else {
            note(name, said, false);
        }
        return right;
    }

    /** The answer that was chosen last; empty if none was. */
    public Optional<Integer> chosen(String question) {
        return Optional.ofNullable(chosen.get(question));
    }

    /** Takes a line that was drawn; whether it is near enough. */
    public boolean draw(String name, Curve line) {
        Question.Draw draw = (Question.Draw) lesson.question(name);
        drawn.put(name, line);
        double distance = Curve.of(begun, draw.curve()).distance(line);
        boolean right = distance <= draw.within();
        if (right) {
            finish(name, Numbers.fixed(distance, 3));
        } else {
            note(name, Numbers.fixed(distance, 3), false);
        }
        return right;
    }

    /** Takes a line away, to be drawn again. */
    public void erase(String question) {
        drawn.remove(question);
    }

    /** What was drawn last; empty if nothing was. */
    public Optional<Curve> drawn(String question) {
        return Optional.ofNullable(drawn.get(question));
    }

    /** Whether a chart does not give away what the page asks and nobody has answered yet. */
    public boolean isShown(String chart) {
        return open().noneMatch(name -> lesson.question(name).hides().contains(chart));
    }

    /** Whether every question of the page has an answer, right or wrong. */
    public boolean isAnswered() {
        return open().findAny().isEmpty();
    }

    /** Questions of the page that have no answer yet. */
    private Stream<String> open() {
        return page().tasks().stream()
                .filter(lesson.questions()::containsKey)
                .filter(name -> chosen(name).isEmpty() && drawn(name).isEmpty());
    }

    /** How many hints of a check were read. */
    public int hints(String check) {
        return hints.getOrDefault(check, 0);
    }

    /** Reads the next hint; the last one sets what solves the check. */
    public void hint(String name) {
        int read = Math.min(HINTS, hints(name) + 1);
        hints.put(name, read);
        if (read == HINTS) {
            Check check = lesson.check(name);
            Map<String, Double> settings = new LinkedHashMap<>(now.settings());
            settings.putAll(check.solution());
            now = view(settings);
            update();
        }
    }

    /** Every answer so far, in order. */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Forgets what was done. */
    public void forget() {
        done.clear();
        best.clear();
        chosen.clear();
        drawn.clear();
        hints.clear();
        reached.clear();
        turn(0);
    }
}
