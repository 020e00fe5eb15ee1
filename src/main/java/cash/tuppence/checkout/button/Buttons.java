package cash.tuppence.checkout.button;

import cash.tuppence.core.KeyMaker;
import cash.tuppence.core.PublicId;
import cash.tuppence.core.Times;
import cash.tuppence.db.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.ibatis.session.SqlSession;

/** Makes, finds and changes buttons. Who pays one is the {@link ButtonTill}'s. */
public final class Buttons {
    private final Transactions transactions;
    private final KeyMaker keys;
    private final InstantSource clock;

    public Buttons(Transactions transactions, KeyMaker keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /** A new one, in the caller's transaction. */
    public Button create(SqlSession session, long profileId, boolean livemode, ButtonWish wish) {
        Button button = new Button(
                keys.newId(Button.PREFIX),
                profileId,
                livemode,
                wish.state(),
                1,
                wish.terms(),
                Tally.start(wish.stock(), wish.terms().asset()),
                Times.now(clock));
        mapper(session).insert(ButtonRow.of(button));
        return button;
    }

    /**
     * As it stands now.
     *
     * @param id such as {@code btn_…}
     */
    public Optional<Button> find(String id) {
        return PublicId.parse(Button.PREFIX, id)
                .flatMap(publicId ->
                        transactions.read(session -> mapper(session).byPublicId(publicId.key(), publicId.nonce())))
                .map(ButtonRow::toButton);
    }

    /** As they stand now, newest first. */
    public List<Button> list(ButtonQuery query) {
        return transactions.read(session -> mapper(session).list(query)).stream()
                .map(ButtonRow::toButton)
                .toList();
    }

    /** The last that were paid by it, newest first. */
    public List<ButtonPayment> payments(Button button, int most) {
        return transactions.read(session -> mapper(session).payments(button.id().key(), most)).stream()
                .map(ButtonPayment::of)
                .toList();
    }

    /**
     * Changes it to what the wish for it comes to, and says how it stands then.
     *
     * @param wish of the button as it stands under its lock; may refuse
     */
    public Button change(Button seen, ButtonChange wish) {
        return update(seen, current -> current.changedTo(wish.of(current)));
    }

    /** What a merchant wants of a button that may have sold some meanwhile. */
    public interface ButtonChange {
        ButtonWish of(Button current);
    }

    /** Takes it off the market, or brings it back; once more changes nothing. */
    public Button put(Button seen, ButtonState state) {
        return update(seen, current -> current.in(state));
    }

    private Button update(Button seen, UnaryOperator<Button> change) {
        return transactions.run(session -> {
            Button current = mapper(session).lock(seen.id().key()).orElseThrow().toButton();
            Button changed = change.apply(current);
            mapper(session).update(ButtonRow.of(changed));
            return changed;
        });
    }

    private static ButtonMapper mapper(SqlSession session) {
        return session.getMapper(ButtonMapper.class);
    }
}
