package cash.tuppence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpendingTest {
    private static final LocalDate LAST_OF_MONTH = LocalDate.parse("2026-11-30");
    private static final LocalDate FIRST_OF_NEXT = LocalDate.parse("2026-12-01");
    private static final LocalDate SECOND_OF_NEXT = LocalDate.parse("2026-12-02");

    @Test
    void addsUpOnOneDay() {
        Spending spending = Spending.NOTHING.plus(3, FIRST_OF_NEXT).plus(4, FIRST_OF_NEXT);

        assertThat(spending).isEqualTo(new Spending(FIRST_OF_NEXT, 7, 7));
    }

    @Test
    void beginsANewDayAtNothingAndKeepsTheMonth() {
        Spending spending = Spending.NOTHING.plus(3, FIRST_OF_NEXT).plus(4, SECOND_OF_NEXT);

        assertThat(spending).isEqualTo(new Spending(SECOND_OF_NEXT, 4, 7));
    }

    @Test
    void beginsANewMonthAtNothing() {
        Spending spending = Spending.NOTHING.plus(3, LAST_OF_MONTH);

        assertThat(spending.on(FIRST_OF_NEXT)).isEqualTo(new Spending(FIRST_OF_NEXT, 0, 0));
        assertThat(spending.on(LAST_OF_MONTH.plusYears(1)).monthUnits()).isZero();
    }

    @Test
    void doesNotGoBackToYesterdayForANodeWhoseClockIsSlow() {
        Spending spending = Spending.NOTHING.plus(3, FIRST_OF_NEXT);

        assertThat(spending.plus(4, LAST_OF_MONTH)).isEqualTo(new Spending(FIRST_OF_NEXT, 7, 7));
    }

    @Test
    void givesBackToTheDayAndTheMonthInWhichItWasReserved() {
        Spending spending = Spending.NOTHING.plus(3, FIRST_OF_NEXT).plus(4, SECOND_OF_NEXT);

        assertThat(spending.minus(4, SECOND_OF_NEXT, SECOND_OF_NEXT)).isEqualTo(new Spending(SECOND_OF_NEXT, 0, 3));
        assertThat(spending.minus(3, FIRST_OF_NEXT, SECOND_OF_NEXT)).isEqualTo(new Spending(SECOND_OF_NEXT, 4, 4));
    }

    @Test
    void givesNothingBackToAMonthThatIsOver() {
        Spending spending = Spending.NOTHING.plus(9, LAST_OF_MONTH).plus(4, FIRST_OF_NEXT);

        assertThat(spending.minus(9, LAST_OF_MONTH, FIRST_OF_NEXT)).isEqualTo(new Spending(FIRST_OF_NEXT, 4, 4));
    }

    @Test
    void isNeverLessThanNothingNorTheMonthLessThanItsDay() {
        Spending spending = Spending.NOTHING.plus(2, FIRST_OF_NEXT).plus(4, SECOND_OF_NEXT);

        assertThat(spending.minus(9, FIRST_OF_NEXT, SECOND_OF_NEXT)).isEqualTo(new Spending(SECOND_OF_NEXT, 4, 4));
        assertThat(spending.minus(9, SECOND_OF_NEXT, SECOND_OF_NEXT)).isEqualTo(new Spending(SECOND_OF_NEXT, 0, 0));
    }

    @Test
    void staysAtWhatANumberHolds() {
        Spending spending = Spending.NOTHING.plus(Long.MAX_VALUE, FIRST_OF_NEXT).plus(1, FIRST_OF_NEXT);

        assertThat(spending.dayUnits()).isEqualTo(Long.MAX_VALUE);
    }
}
