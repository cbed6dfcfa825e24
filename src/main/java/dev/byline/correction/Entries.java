package dev.byline.correction;

import dev.byline.article.CorrectionNote;
import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A ledger is short: it is read whole and paged here. */
record Entries(List<CorrectionNote> all) implements Keyset<CorrectionNote> {

    private static final Comparator<CorrectionNote> ORDER =
            Comparator.comparing(CorrectionNote::at).thenComparing(note -> note.id().toString());

    @Override
    public List<CorrectionNote> rows(Position from, int max) {
        List<CorrectionNote> beyond = all.stream().filter(note -> beyond(note, from)).toList();
        boolean forward = from == null || from.forward();
        return beyond.stream().sorted(forward ? ORDER : ORDER.reversed()).limit(max).toList();
    }

    @Override
    public boolean any(Position from) {
        return all.stream().anyMatch(note -> beyond(note, from));
    }

    @Override
    public long count() {
        return all.size();
    }

    @Override
    public String key(CorrectionNote note) {
        return Position.key(note.at());
    }

    @Override
    public UUID id(CorrectionNote note) {
        return note.id();
    }

    private static boolean beyond(CorrectionNote note, Position from) {
        if (from == null) {
            return true;
        }
        int order = note.at().compareTo(from.instant());
        int place = order != 0 ? order : note.id().toString().compareTo(from.id().toString());
        return from.forward() ? place > 0 : place < 0;
    }
}
