package dev.byline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.client.content.ApiClient;
import dev.byline.client.content.ApiException;
import dev.byline.client.content.api.ArticlesApi;
import dev.byline.client.content.api.ArticlesApi.APIGetArticleRequest;
import dev.byline.client.content.api.ArticlesApi.APIListArticlesRequest;
import dev.byline.client.content.api.ArticlesApi.APIListRelatedLinksRequest;
import dev.byline.client.content.api.CommentsApi;
import dev.byline.client.content.api.CommentsApi.APILeaveReplyRequest;
import dev.byline.client.content.api.MediaApi.APIGetMediaRequest;
import dev.byline.client.content.model.Article;
import dev.byline.client.content.model.ArticleSummary;
import dev.byline.client.content.model.ArticleSummaryPage;
import dev.byline.client.content.model.LeadMedia;
import dev.byline.client.content.model.Media;
import dev.byline.client.content.model.NewComment;
import dev.byline.client.content.model.NewCommentAuthor;
import dev.byline.client.content.model.ParagraphBlock;
import dev.byline.client.content.model.RelatedArticleLink;
import dev.byline.client.content.model.RelatedExternalLink;
import dev.byline.client.content.model.RelatedLink;
import dev.byline.client.content.model.ShownBlock;
import dev.byline.client.content.model.ShownImageBlock;
import dev.byline.client.newsroom.api.ArticlesApi.APIChangeArticleRequest;
import dev.byline.client.newsroom.api.ArticlesApi.APICreateArticleRequest;
import dev.byline.client.newsroom.api.ArticlesApi.APIPublishArticleRequest;
import dev.byline.client.newsroom.api.ArticlesApi.APIReplaceCuratedLinksRequest;
import dev.byline.client.newsroom.api.MediaApi;
import dev.byline.client.newsroom.api.MediaApi.APIChangeMediaRequest;
import dev.byline.client.newsroom.api.MediaApi.APIUploadMediaRequest;
import dev.byline.client.newsroom.model.ArticleInput;
import dev.byline.client.newsroom.model.ArticlePatch;
import dev.byline.client.newsroom.model.AttributionPatch;
import dev.byline.client.newsroom.model.Block;
import dev.byline.client.newsroom.model.MediaPatch;
import dev.byline.client.newsroom.model.NewsroomArticle;
import dev.byline.client.newsroom.model.NewsroomImageMedia;
import dev.byline.client.newsroom.model.Publication;
import dev.byline.client.newsroom.model.Rel;
import dev.byline.client.newsroom.model.RelatedInput;
import dev.byline.client.newsroom.model.RelatedLinkInput;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The generated client against a server with its demonstration newsroom. */
@DisplayName("The Java client")
class ClientTest {

    private static final String SERVER = needed("BYLINE_URL");
    private static final String KEY = needed("BYLINE_ADMIN_KEY");

    private final ApiClient client = new ApiClient();
    private final ArticlesApi articles;

    ClientTest() {
        client.updateBaseUri(SERVER);
        articles = new ArticlesApi(client);
    }

    private static String needed(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " names the server to test with");
        }
        return value;
    }

    @Test
    @DisplayName("reads a list, page by page, and each article with all kinds of block")
    void reads() throws ApiException {
        List<ArticleSummary> all = new ArrayList<>();
        String cursor = null;
        do {
            ArticleSummaryPage page =
                    articles.listArticles(
                            APIListArticlesRequest.newBuilder().limit(7).cursor(cursor).build());
            all.addAll(page.getItems());
            cursor = page.getPage().getNext();
        } while (cursor != null);
        assertTrue(all.size() > 7);
        assertEquals(
                all.size(), new HashSet<>(all.stream().map(ArticleSummary::getId).toList()).size());

        for (ArticleSummary summary : all) {
            Article article =
                    articles.getArticle(
                            APIGetArticleRequest.newBuilder()
                                    .article(summary.getSlug())
                                    .include(List.of("related", "comments"))
                                    .build());
            for (ShownBlock block : article.getBody()) {
                assertNotNull(block.getActualInstance());
                if (block.getActualInstance() instanceof ShownImageBlock image) {
                    assertTrue(image.getMedia().getWidth() > 0);
                }
            }
            for (RelatedLink link : article.getIncluded().getRelated().getItems()) {
                if (link.getActualInstance() instanceof RelatedArticleLink inside) {
                    assertNotNull(inside.getArticle().getHeadline());
                }
            }
        }
    }

    @Test
    @DisplayName("reads chosen members of a media item, by which its kind can't be told")
    void chosen() throws ApiException {
        LeadMedia lead =
                articles
                        .listArticles(APIListArticlesRequest.newBuilder().limit(100).build())
                        .getItems()
                        .stream()
                        .map(ArticleSummary::getLeadMedia)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        Media credit =
                new dev.byline.client.content.api.MediaApi(client)
                        .getMedia(
                                APIGetMediaRequest.newBuilder()
                                        .id(lead.getMedia().getImageMedia().getId())
                                        .fields(List.of("attribution"))
                                        .build());
        assertNotNull(credit.getAttribution().getCreditLine());
        assertEquals(null, credit.getKind());
    }

    @Test
    @DisplayName("tells problems apart by their code")
    void problems() {
        ApiException refused =
                assertThrows(
                        ApiException.class,
                        () ->
                                articles.getArticle(
                                        APIGetArticleRequest.newBuilder()
                                                .article("never-written")
                                                .build()));
        assertEquals(404, refused.getCode());
        assertTrue(refused.getResponseBody().contains("\"code\":\"not-found\""));
    }

    @Test
    @DisplayName("writes, changes and publishes a story, and replies to it")
    void writes() throws Exception {
        var desk = new dev.byline.client.newsroom.api.ArticlesApi(newsroom());
        String text = "One <em>line</em>.";
        NewsroomArticle draft =
                desk.createArticle(
                        APICreateArticleRequest.newBuilder()
                                .articleInput(
                                        new ArticleInput()
                                                .headline("Written in Java " + UUID.randomUUID())
                                                .language("en")
                                                .section("city")
                                                .kicker("To be cleared")
                                                .addBodyItem(new Block(paragraph(text))))
                                .build());
        // A member set to null is cleared, one that is not set is kept: JsonNullable tells them apart.
        NewsroomArticle changed =
                desk.changeArticle(
                        APIChangeArticleRequest.newBuilder()
                                .id(draft.getId())
                                .ifMatch("\"" + draft.getVersion() + "\"")
                                .articlePatch(new ArticlePatch().kicker(null))
                                .build());
        assertEquals(null, changed.getInput().getKicker());
        assertEquals("en", changed.getInput().getLanguage());
        desk.publishArticle(
                APIPublishArticleRequest.newBuilder()
                        .id(draft.getId())
                        .ifMatch("\"" + changed.getVersion() + "\"")
                        .publication(new Publication())
                        .build());

        Article shown =
                articles.getArticle(
                        APIGetArticleRequest.newBuilder()
                                .article(draft.getId().toString())
                                .build());
        ShownBlock block = shown.getBody().get(0);
        assertTrue(block.getActualInstance() instanceof ParagraphBlock);
        assertEquals(text, block.getParagraphBlock().getHtml());

        desk.replaceCuratedLinks(
                APIReplaceCuratedLinksRequest.newBuilder()
                        .id(draft.getId())
                        .ifMatch("*")
                        .relatedInput(
                                new RelatedInput()
                                        .addItemsItem(
                                                new RelatedLinkInput()
                                                        .rel(Rel.SOURCE)
                                                        .url("https://example.org/report")
                                                        .title("The report")))
                        .build());
        RelatedLink link =
                articles.listRelatedLinks(
                                APIListRelatedLinksRequest.newBuilder()
                                        .article(shown.getSlug())
                                        .build())
                        .getItems()
                        .get(0);
        assertTrue(link.getActualInstance() instanceof RelatedExternalLink);
        assertEquals("The report", link.getRelatedExternalLink().getTitle());

        var comment =
                new CommentsApi(client)
                        .leaveReply(
                                APILeaveReplyRequest.newBuilder()
                                        .article(shown.getSlug())
                                        .newComment(
                                                new NewComment()
                                                        .author(
                                                                new NewCommentAuthor()
                                                                        .name("Jo")
                                                                        .email("jo@example.org"))
                                                        .text("Well said."))
                                        .build());
        assertNotNull(comment.getEdit().getToken());
    }

    @Test
    @DisplayName("uploads a picture, and says who made it")
    void uploads() throws Exception {
        var media = new MediaApi(newsroom());
        NewsroomImageMedia uploaded =
                media.uploadMedia(
                        APIUploadMediaRequest.newBuilder()
                                        ._file(new File(needed("BYLINE_PICTURE")))
                                        .build())
                        .getNewsroomImageMedia();
        assertTrue(uploaded.getWidth() > 0);
        NewsroomImageMedia credited =
                media.changeMedia(
                        APIChangeMediaRequest.newBuilder()
                                .id(uploaded.getId())
                                .ifMatch("\"" + uploaded.getVersion() + "\"")
                                .mediaPatch(
                                        new MediaPatch()
                                                .attribution(
                                                        new AttributionPatch()
                                                                .creditLine("Jane Doe")))
                                        .build())
                        .getNewsroomImageMedia();
        assertTrue(credited.getAttribution().getCreditLine().endsWith("Jane Doe"));
    }

    private static dev.byline.client.newsroom.ApiClient newsroom() {
        var newsroom = new dev.byline.client.newsroom.ApiClient();
        newsroom.updateBaseUri(SERVER);
        newsroom.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + KEY));
        return newsroom;
    }

    private static dev.byline.client.newsroom.model.ParagraphBlock paragraph(String html) {
        return new dev.byline.client.newsroom.model.ParagraphBlock()
                .type(dev.byline.client.newsroom.model.ParagraphBlock.TypeEnum.PARAGRAPH)
                .html(html);
    }
}
