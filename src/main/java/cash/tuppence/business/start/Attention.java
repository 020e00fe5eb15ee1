package cash.tuppence.business.start;

import cash.tuppence.business.frame.Acting;
import java.util.List;

/** What a feature knows of a business that needs looking at. It tells nobody what their role may not see. */
@FunctionalInterface
public interface Attention {
    List<Notice> of(Acting acting);
}
