package dev.byline.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.access.Caller;
import dev.byline.access.Role;
import dev.byline.media.lab.Archive;
import dev.byline.media.lab.Lab;
import dev.byline.media.lab.Rendition;
import dev.byline.media.metadata.Credits;
import dev.byline.platform.entity.Expected;
import dev.byline.platform.entity.Ids;
import dev.byline.platform.entity.ItemChanged;
import dev.byline.platform.http.Urls;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import dev.byline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the newsroom does with media where files and rows take part. */
@ApplicationScoped
class PictureDesk {

    @Inject Media.Repo repo;
    @Inject Expected expected;
    @Inject Event<ItemChanged> changed;
    @Inject Lab lab;
    @Inject Archive archive;
    @Inject ObjectMapper mapper;
    @Inject Caller caller;
    @Inject Urls urls;

    /** The item that has this content by now, if any; one with other metadata is a problem. */
    Optional<Media> present(Received received) {
        repo.lockContent(received.sha256());
        Optional<Media> present = repo.withContent(received.sha256());
        present.ifPresent(
                media -> {
                    if (received.typed() != null && !received.typed().equals(media.input())) {
                        throw Problem.MEDIA_EXISTS
                                .because(
                                        "The file is the media item %s already, with other metadata."
                                                .formatted(media.id()))
                                .with("Location", urls.of(MediaNewsroomResource.path(media.id())));
                    }
                });
        return present;
    }

    /** A new item, described by the newsroom or by an agency. */
    Media create(Received received, boolean agency) {
        if (received.developed() == null) {
            // It was deleted between two looks.
            throw Problem.UNAVAILABLE
                    .because("The same file was being deleted.")
                    .with("Retry-After", 1);
        }
        Instant now = repo.now();
        Media media = Media.of(received, caller.id(), now);
        media.write(received.input(), json(received.input()), now);
        media.poster(poster(media, received.input()));
        if (agency) {
            media.suppliedByAgency();
        }
        repo.persistAndFlush(media);
        return media;
    }

    /** The item, locked, if the caller may change it and read its present version. */
    Media expected(UUID id, String ifMatch) {
        Media media = repo.locked(id).orElseThrow(PictureDesk::unknown);
        requireOwn(media);
        expected.is(media, ifMatch);
        return media;
    }

    void requireOwn(Media media) {
        if (!caller.is(Role.EDITOR) && !media.createdBy(caller.id())) {
            throw Problem.FORBIDDEN.because("A writer reaches their own media only.");
        }
    }

    /** Takes what was written; files whose credit or crop is another get new names. */
    void change(Media media, MediaInput input) {
        String typed = json(input.checked());
        if (typed.equals(media.input())) {
            return;
        }
        Credits credits = media.credits();
        FocalPoint focus = media.focalPoint();
        UUID poster = media.posterId();
        media.write(input, typed, repo.now());
        media.poster(poster(media, input));
        if (media.kind() == MediaKind.IMAGE) {
            boolean otherCredit = !credits.equals(media.credits());
            boolean otherFocus = !focus.equals(media.focalPoint());
            if (otherCredit || otherFocus) {
                renew(media, otherCredit, otherFocus);
            }
        }
        repo.flush();
        changed.fire(ItemChanged.of(ItemChanged.Kind.MEDIA, media.id(), media.version()));
        if (!Objects.equals(poster, media.posterId())) {
            changedPosters(poster, media.posterId());
        }
    }

    // In the order of their texts, which is the database's too: nobody waits in a circle.
    private void changedPosters(UUID before, UUID after) {
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(UUID::toString))
                .map(id -> ItemChanged.of(ItemChanged.Kind.MEDIA, id, 0))
                .forEach(changed::fire);
    }

    private Media poster(Media media, MediaInput input) {
        if (input.poster() == null) {
            return null;
        }
        Flaws flaws = new Flaws();
        Media poster = Ids.parse(input.poster()).map(repo::findById).orElse(null);
        if (media.kind() != MediaKind.VIDEO) {
            flaws.at("/poster", Flaw.WRONG_TYPE, "is for a video alone");
        } else if (poster == null) {
            flaws.at("/poster", Flaw.UNKNOWN_REFERENCE, "names nothing that exists");
        } else if (poster.kind() != MediaKind.IMAGE) {
            flaws.at("/poster", Flaw.WRONG_TYPE, "is no image");
        }
        flaws.refuse();
        return poster;
    }

    private void renew(Media media, boolean credit, boolean focus) {
        List<Rendition> before = media.renditions();
        List<Rendition> made = new ArrayList<>();
        List<Rendition> rewritten = !credit ? List.of() : focus ? whole(before) : before;
        made.addAll(lab.recredit(media.id(), media.nextEdition(), rewritten, media.credits()));
        archive.unlessCommitted(media.id(), names(made));
        if (focus) {
            List<Rendition> crops = recrop(media);
            archive.unlessCommitted(media.id(), names(crops));
            made.addAll(crops);
        }
        List<Rendition> after = new ArrayList<>(credit ? List.of() : whole(before));
        after.addAll(made);
        List<Rendition> gone = new ArrayList<>(before);
        gone.removeAll(after);
        archive.giveUp(media.id(), names(gone));
        media.show(after);
        // Last, for its SQL flushes: one change is one version.
        gone.forEach(old -> repo.retire(media.id(), old));
    }

    private List<Rendition> recrop(Media media) {
        return lab.recrop(
                media.id(),
                media.nextEdition(),
                media.embedded().orientation(),
                media.credits(),
                media.focalPoint().focus());
    }

    /** Deletes the item; the database refuses while an article uses it. */
    void delete(Media media) {
        archive.giveUp(media.id(), names(media.renditions()));
        archive.giveUpOriginal(media.id());
        repo.delete(media);
        repo.flush();
    }

    MediaInput typed(Media media) {
        return record(media, media.input());
    }

    private MediaInput record(Media media, String json) {
        try {
            return json == null ? MediaInput.NOTHING : mapper.readValue(json, MediaInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Media item %s holds no write record".formatted(media.id()), e);
        }
    }

    MediaNewsroomView view(Found found) {
        Media media = found.media();
        return MediaNewsroomView.of(found, typed(media), record(media, media.supplied()), urls);
    }

    MediaNewsroomView view(UUID id) {
        return view(repo.find(id).orElseThrow(PictureDesk::unknown));
    }

    static RuntimeException unknown() {
        return Problem.NOT_FOUND.because(Problem.NOT_FOUND.explanation());
    }

    private String json(MediaInput input) {
        try {
            return mapper.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Rendition> whole(List<Rendition> files) {
        return files.stream().filter(Rendition::whole).toList();
    }

    private static List<String> names(List<Rendition> files) {
        return files.stream().map(Rendition::name).toList();
    }
}
