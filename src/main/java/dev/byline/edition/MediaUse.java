package dev.byline.edition;

import dev.byline.body.Block;
import dev.byline.body.Clip;
import dev.byline.body.Gallery;
import dev.byline.body.Image;
import dev.byline.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One place of a write record where a media item is used: what names it there, as what, and the
 * alternative text written for this use.
 */
record MediaUse(String pointer, String media, Role role, Set<MediaKind> kinds, String alt) {

    private static final Set<MediaKind> PICTURE = EnumSet.of(MediaKind.IMAGE);
    private static final Set<MediaKind> LEAD = EnumSet.of(MediaKind.IMAGE, MediaKind.VIDEO);
    private static final Set<MediaKind> CLIP = EnumSet.complementOf(EnumSet.of(MediaKind.IMAGE));

    /** What a media item is in an article. */
    enum Role {
        LEAD,
        BODY,
        GALLERY
    }

    /** All uses, the lead first, then in reading order. */
    static List<MediaUse> of(ArticleInput typed) {
        List<MediaUse> uses = new ArrayList<>();
        ArticleInput.LeadMedia lead = typed.leadMedia();
        if (lead != null) {
            uses.add(new MediaUse("/leadMedia/media", lead.media(), Role.LEAD, LEAD, lead.alt()));
        }
        List<Block> blocks = ArticleInput.orEmpty(typed.body());
        for (int i = 0; i < blocks.size(); i++) {
            String pointer = "/body/" + i;
            if (blocks.get(i) instanceof Image image) {
                uses.add(picture(pointer, image, Role.BODY));
            } else if (blocks.get(i) instanceof Clip clip) {
                uses.add(new MediaUse(pointer + "/media", clip.media(), Role.BODY, CLIP, null));
            } else if (blocks.get(i) instanceof Gallery gallery) {
                for (int j = 0; j < gallery.items().size(); j++) {
                    uses.add(
                            picture(pointer + "/items/" + j, gallery.items().get(j), Role.GALLERY));
                }
            }
        }
        return uses;
    }

    private static MediaUse picture(String pointer, Image image, Role role) {
        return new MediaUse(pointer + "/media", image.media(), role, PICTURE, image.alt());
    }
}
