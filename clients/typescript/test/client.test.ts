import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { articles, BylineProblem, contentClient, newsroomClient, take, upload } from "../src/index.js";
import { anchor, render } from "./render.js";

const base = process.env["BYLINE_URL"];
const key = process.env["BYLINE_ADMIN_KEY"];
const picture = process.env["BYLINE_PICTURE"];
if (base === undefined || key === undefined || picture === undefined) {
  throw new Error("BYLINE_URL, BYLINE_ADMIN_KEY and BYLINE_PICTURE name the server to test with");
}
const content = contentClient(base);
const newsroom = newsroomClient(base, key);

test("a list, page by page, each article once", async () => {
  const ids = new Set<string>();
  let count = 0;
  for await (const article of articles(content, { limit: 7 })) {
    ids.add(article.id);
    count++;
  }
  assert.ok(count > 7);
  assert.equal(ids.size, count);
});

test("an article, its body rendered by a switch over all kinds of block", async () => {
  for await (const { slug } of articles(content)) {
    const article = take(
      await content.GET("/v1/articles/{article}", { params: { path: { article: slug }, query: { include: ["related"] } } }),
    );
    assert.ok(article.included?.related?.items.every((link) => anchor(link).startsWith("<a href")));
    assert.ok(article.body.map(render).join("").length > 0 || article.leadMedia !== undefined);
  }
});

test("a list of several kinds, with chosen members", async () => {
  const page = take(
    await content.GET("/v1/articles", {
      params: { query: { type: ["opinion", "interview"], fields: ["type", "headline"], limit: 100 } },
    }),
  );
  assert.deepEqual([...new Set(page.items.map(({ type }) => type))].sort(), ["interview", "opinion"]);
  assert.ok(page.items.every((item) => Object.keys(item).sort().join() === "headline,id,type"));
});

test("a problem, known by its code", async () => {
  const reply = await content.GET("/v1/articles/{article}", { params: { path: { article: "never-written" } } });
  assert.equal(reply.error?.code, "not-found");
  assert.throws(() => take(reply), BylineProblem);
});

test("a reply without a body", async () => {
  const tag = take(await newsroom.POST("/v1/newsroom/tags", { body: { name: "Soon gone", type: "topic" } }));
  const gone = await newsroom.DELETE("/v1/newsroom/tags/{id}", {
    params: { path: { id: tag.id }, header: { "If-Match": `"${tag.version}"` } },
  });
  assert.equal(take(gone), undefined);
});

test("a story written, published with a picture, read, and answered", async () => {
  const file = new Blob([new Uint8Array(await readFile(picture))]);
  const credit = { alt: "A gate", attribution: { creditLine: "Jane Doe", usageTerms: "Free" } };
  const media = await upload(newsroom, file, "picture.jpg", credit);
  const section = take(await newsroom.GET("/v1/newsroom/sections", {})).items[0];
  const draft = take(
    await newsroom.POST("/v1/newsroom/articles", {
      body: {
        headline: "Written by a program",
        language: "en",
        section: section?.slug,
        body: [{ type: "paragraph", html: "One <em>line</em>." }, { type: "image", media: media.id }],
      },
    }),
  );
  take(
    await newsroom.POST("/v1/newsroom/articles/{id}/publish", {
      params: { path: { id: draft.id }, header: { "If-Match": `"${draft.version}"` } },
      body: {},
    }),
  );
  const shown = take(await content.GET("/v1/articles/{article}", { params: { path: { article: draft.slug ?? draft.id } } }));
  assert.match(shown.body.map(render).join(""), /One <em>line<\/em>.*Jane Doe/);

  const answer = take(
    await content.POST("/v1/articles/{article}/comments", {
      params: { path: { article: shown.slug } },
      body: { author: { name: "Jo", email: "jo@example.org" }, text: "Well said." },
    }),
  );
  assert.ok(["visible", "held"].includes(answer.state));
});
