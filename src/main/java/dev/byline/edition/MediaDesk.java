package dev.byline.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.media.Media;
import dev.byline.media.MediaKind;
import dev.byline.media.MediaView;
import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.CreditLine;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.json.Kebab;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sees to it that what is used exists, and that nothing is published without its credit. */
@ApplicationScoped
public class MediaDesk {

    /** The codes of what a picture can lack. */
    @Inject Media.Repo media;

    @Inject ObjectMapper mapper;

    /** The items that the record uses; unknown ones and those of the wrong kind become flaws. */
    List<UsedMedia> used(ArticleInput typed, Flaws flaws) {
        List<MediaUse> uses = MediaUse.of(typed);
        Map<UUID, MediaView> known = known(uses);
        List<UsedMedia> used = new ArrayList<>();
        for (MediaUse use : uses) {
            MediaView view = Ids.parse(use.media()).map(known::get).orElse(null);
            if (view == null) {
                flaws.at(use.pointer(), Flaw.UNKNOWN_REFERENCE, "names nothing that exists");
            } else if (!use.kinds().contains(view.kind())) {
                flaws.at(
                        use.pointer(),
                        Flaw.WRONG_TYPE,
                        "is of the kind \"%s\", which can't stand here"
                                .formatted(Kebab.of(view.kind())));
            } else {
                used.add(new UsedMedia(view.id(), use.role()));
            }
        }
        return used;
    }

    /**
     * Refuses to publish an edition with a picture that lacks its alternative text, its credit or
     * its terms, naming each; with an editor's reason it is let through, and the reason is kept.
     */
    public void requireCredits(Edition edition, String override) {
        List<MediaUse> uses = MediaUse.of(input(edition));
        Map<UUID, MediaView> known = known(uses);
        Flaws flaws = new Flaws();
        for (MediaUse use : uses) {
            Ids.parse(use.media()).map(known::get).ifPresent(view -> check(use, view, flaws));
        }
        if (override == null) {
            flaws.refuse(Problem.NOT_PUBLISHABLE);
        }
        edition.overridden(flaws.isEmpty() ? null : override);
    }

    private static void check(MediaUse use, MediaView view, Flaws flaws) {
        if (view.kind() == MediaKind.IMAGE && blank(use.alt()) && blank(view.alt())) {
            flaws.at(use.pointer(), Flaw.MISSING_ALT, "has no alternative text");
        }
        checkCredit(use.pointer(), view, "", flaws);
        if (view.poster() != null) {
            checkCredit(use.pointer(), view.poster(), "has a poster that ", flaws);
        }
    }

    private static void checkCredit(String pointer, MediaView view, String of, Flaws flaws) {
        Attribution attribution = view.attribution();
        if (attribution.creators().isEmpty()
                && (blank(attribution.creditLine())
                        || attribution.creditLine().equals(CreditLine.UNKNOWN))) {
            flaws.at(pointer, Flaw.MISSING_CREDIT, of + "names neither a creator nor a credit");
        }
        if (blank(attribution.copyrightNotice())
                && blank(attribution.copyrightHolder())
                && !attribution.licensed()) {
            flaws.at(pointer, Flaw.MISSING_RIGHTS, of + "names neither a copyright nor a licence");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private Map<UUID, MediaView> known(List<MediaUse> uses) {
        Set<UUID> ids = new HashSet<>();
        uses.forEach(use -> Ids.parse(use.media()).ifPresent(ids::add));
        return media.views(ids, null);
    }

    private ArticleInput input(Edition edition) {
        try {
            return mapper.readValue(edition.input(), ArticleInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Edition %s holds no write record".formatted(edition.id()), e);
        }
    }
}
