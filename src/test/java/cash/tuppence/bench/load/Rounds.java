package cash.tuppence.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs trials in turn, again and again, so that whatever else the machine does falls on all of them; every second round
 * goes backwards, so that none always follows the same other.
 */
public final class Rounds {
    private final Schedule schedule;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    public Rounds(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Runs each as long as a warm-up lasts, and forgets what it came to. */
    public Rounds warmUp(List<Trial> trials) {
        for (Trial trial : trials) {
            Sample sample = trial.run().apply(schedule.warmUp());
            System.out.println("  warmed up: " + trial.name() + ", " + Math.round(sample.perSecond()) + "/s");
        }
        return this;
    }

    /** Measures them all, round by round. */
    public Map<String, Measured> run(List<Trial> trials) {
        trials.forEach(trial -> samples.put(trial.name(), new ArrayList<>()));
        List<Trial> order = new ArrayList<>(trials);
        for (int round = 1; round <= schedule.rounds(); round++) {
            System.out.println("  round " + round + " of " + schedule.rounds());
            order.forEach(trial -> samples.get(trial.name()).add(trial.run().apply(schedule.each())));
            Collections.reverse(order);
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        samples.forEach((name, all) -> measured.put(name, new Measured(name, all)));
        return measured;
    }
}
