package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.platform.entity.Aggregate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tree of sections")
class SectionTreeTest {

    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Section.Tree tree = new Section.Tree(parents);
    private final UUID world = below(null);
    private final UUID asia = below(world);
    private final UUID korea = below(asia);
    private final UUID sport = below(null);

    private UUID below(UUID parent) {
        UUID id = Aggregate.newId();
        parents.put(id, parent);
        return id;
    }

    @Test
    @DisplayName("knows the way up")
    void up() {
        assertThat(tree.up(korea)).containsExactly(korea, asia, world);
        assertThat(tree.up(world)).containsExactly(world);
        assertThat(tree.up(null)).isEmpty();
    }

    @Test
    @DisplayName("knows how high a subtree is")
    void height() {
        assertThat(tree.height(world)).isEqualTo(3);
        assertThat(tree.height(korea)).isEqualTo(1);
        assertThat(tree.height(Aggregate.newId())).isEqualTo(1);
    }

    @Test
    @DisplayName("has five levels, the subtree that moves included")
    void fits() {
        UUID football = below(sport);
        UUID cup = below(football);
        assertThat(tree.fits(world, football)).isTrue();
        assertThat(tree.fits(world, cup)).isFalse();
        assertThat(tree.fits(world, null)).isTrue();
    }
}
