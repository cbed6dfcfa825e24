package dev.byline.platform.label;

import dev.byline.platform.page.Keyset;
import dev.byline.platform.page.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The labels that meet all conditions, in the order of their slugs. */
final class LabelList<L extends Label> implements Keyset<Counted<L>> {

    private final LabelRepo<L, ?> repo;
    private final List<Condition<L>> conditions;

    LabelList(LabelRepo<L, ?> repo, List<Condition<L>> conditions) {
        this.repo = repo;
        this.conditions = conditions;
    }

    @Override
    public List<Counted<L>> rows(Position from, int max) {
        return repo.select(beyond(from), from == null || from.forward(), max);
    }

    @Override
    public boolean any(Position from) {
        return repo.any(beyond(from));
    }

    @Override
    public long count() {
        return repo.count(conditions);
    }

    @Override
    public String key(Counted<L> item) {
        return item.label().slug();
    }

    @Override
    public UUID id(Counted<L> item) {
        return item.label().id();
    }

    private List<Condition<L>> beyond(Position from) {
        List<Condition<L>> all = new ArrayList<>(conditions);
        if (from != null) {
            all.add(Condition.beyond(from.key(), from.forward()));
        }
        return all;
    }
}
