// Records a real request and reply of each operation, for the OpenAPI documents, from a server with its demonstration
// newsroom that may be thrown away afterwards: BYLINE_URL=… BYLINE_ADMIN_KEY=… node .ci/examples.mjs
import { readFile, writeFile } from "node:fs/promises";

const { BYLINE_URL: base, BYLINE_ADMIN_KEY: key } = process.env;
const root = new URL("../", import.meta.url);
const recorded = {};
const operations = new Map();
for (const name of ["content", "newsroom"]) {
  const document = JSON.parse(await readFile(new URL(`src/test/resources/openapi/${name}.json`, root), "utf8"));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation.operationId) operations.set(operation.operationId, { method: method.toUpperCase(), path });
    }
  }
}

// A list inside an example needs no more than this to be understood.
const SHORT = 2;
const short = (value) =>
  Array.isArray(value)
    ? value.slice(0, SHORT).map(short)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, short(member)]))
      : typeof value === "string" && value.startsWith("byl_")
        ? "byl_0198c5a2_this-key-is-shown-once"
        : value;

async function call(id, { path = {}, query = {}, body, form, headers = {}, version } = {}) {
  const { method, path: template } = operations.get(id) ?? {};
  if (method === undefined) throw new Error(`no operation ${id}`);
  const address = template.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(path[name]));
  const search = new URLSearchParams(query).toString();
  const all = { ...headers };
  if (template.startsWith("/v1/newsroom/")) all.Authorization = `Bearer ${key}`;
  if (version !== undefined) all["If-Match"] = version === "*" ? "*" : `"${version}"`;
  if (body !== undefined) all["Content-Type"] = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  const reply = await fetch(base + address + (search && `?${search}`), {
    method,
    headers: all,
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${id}: ${reply.status} ${text}`);
  const data = reply.headers.get("content-type")?.includes("json") ? JSON.parse(text) : undefined;
  const entry = (recorded[id] ??= { replies: {} });
  if (body !== undefined) entry.request ??= body;
  if (data !== undefined) entry.replies[reply.status] ??= short(data);
  return data;
}

const one = { limit: 1 };
const { items: problems } = { items: await call("listProblems") };
await call("getProblem", { path: { code: problems[0].code } });

// What a reader's app reads
const articles = (await call("listArticles", { query: { limit: 30 } })).items;
const named = articles.find((article) => article.leadMedia) ?? articles[0];
recorded.listArticles.replies[200].page.limit = 20;
await call("getArticle", { path: { article: named.slug } });
for (const id of ["listRelatedLinks", "listCorrections", "listArticleMedia", "listComments", "getCommentForm"]) {
  for (const { slug } of articles) {
    const reply = await call(id, { path: { article: slug } });
    if (reply.items === undefined || reply.items.length > 0) break;
    delete recorded[id];
  }
}
await call("search", { query: { q: "harbour", limit: 2 } });
await call("listChanges");
await call("listSections");
await call("listTags");
await call("listAuthors");
await call("getSection", { path: { section: named.section.slug } });
await call("getTag", { path: { tag: named.tags[0].slug } });
await call("getAuthor", { path: { author: named.authors[0].slug } });
await call("getMedia", { path: { id: named.leadMedia.media.id } });
await call("getAttribution", { path: { id: named.leadMedia.media.id } });
await call("countComments", { query: { articles: named.slug } });

// What a reader writes
const open = articles.find((article) => article.comments.open) ?? named;
const comment = await call("leaveReply", {
  path: { article: open.slug },
  body: { author: { name: "Jo Reader", email: "jo@example.org" }, text: "Well said: https://example.org/more" },
});
const mine = { "Edit-Token": comment.edit.token };
// Shown at once, where no editor wants to look at all of them first.
const free = articles.find((article) => article.comments.open && article.comments.policy === "open");
await call("leaveReply", {
  path: { article: free.slug },
  body: { author: { name: "Jo Reader", email: "jo@example.org" }, text: "And well written." },
});
await call("getComment", { path: { id: comment.id }, headers: mine });
await call("editComment", { path: { id: comment.id }, headers: mine, body: { text: "Well said." } });

// Who may do what
await call("getMe");
const issued = await call("createKey", { body: { name: "Website", roles: ["writer"], expiresAt: "2027-03-01T12:00:00Z" } });
await call("listKeys", { query: one });
await call("getKey", { path: { id: issued.id } });
await call("rotateKey", { path: { id: issued.id }, body: { overlapHours: 24 } });
await call("listAudit", { query: one });

// Sections, tags, authors
for (const [kind, name, more] of [
  ["Section", "Harbour", { description: "Ships, quays and tides" }],
  ["Tag", "Flood gates", { type: "topic" }],
  ["Author", "Nora Berg", { bio: "Writes about water." }],
]) {
  const made = await call(`create${kind}`, { body: { name, ...more } });
  const path = { id: made.id };
  await call(`listNewsroom${kind}s`, { query: one });
  await call(`getNewsroom${kind}`, { path });
  await call(`replace${kind}`, { path, version: "*", body: { name, slug: made.slug, ...more } });
  await call(`change${kind}`, { path, version: "*", body: { name: `${name} desk` } });
}
const [from, into] = await Promise.all(
  ["Flood gate", "Sea gates"].map((name) => call("createTag", { body: { name } })),
);
await call("mergeTag", { path: { id: from.id, other: into.id }, version: "*" });

// A picture
const file = await readFile(new URL("src/test/resources/media/metadata/exif.jpg", root));
const form = new FormData();
form.append("file", new Blob([file], { type: "image/jpeg" }), "gate.jpg");
form.append("metadata", JSON.stringify({ alt: "A gate", attribution: { creditLine: "Jane Doe/Byline", usageTerms: "Free" } }));
const media = await call("uploadMedia", { form });
const again = new FormData();
again.append("file", new Blob([file], { type: "image/jpeg" }), "gate.jpg");
await call("uploadMedia", { form: again });
await call("listNewsroomMedia", { query: one });
await call("getNewsroomMedia", { path: { id: media.id } });
const record = { alt: "The harbour gate", attribution: { creditLine: "Jane Doe/Byline", usageTerms: "Free" } };
await call("replaceMedia", { path: { id: media.id }, version: "*", body: record });
await call("changeMedia", { path: { id: media.id }, version: "*", body: { caption: "Closed since noon" } });

// An article from draft to archive
const story = {
  type: "story",
  headline: "Harbour gates closed again",
  standfirst: "The third time this winter.",
  section: named.section.slug,
  tags: [into.slug],
  authors: [{ author: named.authors[0].slug, role: "reporter" }],
  language: "en",
  leadMedia: { media: media.id },
  body: [
    { type: "paragraph", html: "The gates were shut <em>at noon</em>." },
    { type: "heading", level: 2, text: "What happens next" },
  ],
};
const draft = await call("createArticle", { body: story });
const path = { id: draft.id };
const act = (id, body, more = {}) => call(id, { path, version: "*", body, ...more });
await call("listNewsroomArticles", { query: one });
await call("getNewsroomArticle", { path });
await act("replaceArticle", { ...story, kicker: "Flood" });
await act("changeArticle", { kicker: null, dateline: "Bremen" });
await act("submitArticle");
await act("sendBackArticle");
await call("makePreviewLink", { path, body: { expiresAt: new Date(Date.now() + 864e5).toISOString() } }).then(async (link) => {
  await call("listPreviewLinks", { path });
  const token = link.url.split("/").pop();
  await call("getPreview", { path: { token } });
});
await act("scheduleArticle", { at: "2027-03-01T06:00:00Z" });
await act("publishArticle", { update: "material" });
await call("explainVisibility", { path });
await act("changeArticle", { kicker: "Update" });
await call("listRevisions", { path, query: one });
await call("getRevision", { path: { ...path, n: 1 } });
await call("compareRevisions", { path, query: { from: 1, to: 2 } });
await call("restoreRevision", { path: { ...path, n: 1 }, version: "*" });
await call("replaceCuratedLinks", {
  path,
  version: "*",
  body: { items: [{ rel: "background", article: named.slug }, { rel: "source", url: "https://example.org/tides", title: "Tide tables" }] },
});
await call("getCuratedLinks", { path });
const correction = await call("addCorrection", { path, body: { kind: "correction", text: "The gates closed at noon, not at one." } });
await call("listNewsroomCorrections", { path });
await call("withdrawCorrection", { path: { ...path, correction: correction.id } });
await call("listMediaUsage", { path: { id: media.id } });
await act("unpublishArticle");
await act("archiveArticle");
await act("restoreArticle");
await act("publishArticle", {});
await act("takeDownArticle", { reason: "legal", note: "Letter of 1 March" });
await call("undoKey", { body: { key: issued.id, since: "2026-03-01T12:00:00Z", dryRun: true } });

// Comments
await call("listNewsroomComments", { query: { limit: 1, state: "visible" } });
await call("countNewsroomComments");
const desk = { path: { id: comment.id } };
const known = await call("getNewsroomComment", desk);
await call("rejectComment", { ...desk, version: "*", body: { reason: "off-topic", note: "See the house rules" } });
await call("undoDecision", { ...desk, version: "*" });
await call("markCommentAsSpam", { ...desk, version: "*", body: {} });
await call("approveComment", { ...desk, version: "*", body: { note: "Looked at" } });
await call("decideAboutMany", { body: { action: "approve", ids: [comment.id], dryRun: true } });
await call("listReplies", { path: { id: comment.id } });
await call("reportComment", { path: { id: comment.id }, body: { reason: "off-topic" } });
const person = await call("findCommenter", { body: { email: "jo@example.org" } });
await call("getCommenter", { path: { id: person.id } });
await call("exportCommenter", { path: { id: person.id } });
await call("banCommenter", { path: { id: person.id }, version: "*", body: { premoderatedUntil: "2027-03-01T12:00:00Z" } });
await call("eraseCommenter", { path: { id: person.id }, version: "*", body: { mode: "anonymise" } });
await call("getCommentSettings");
await call("changeCommentSettings", { version: "*", body: { maxLinks: 3 } });
await call("replaceCommentSettings", { version: "*", body: { maxLinks: 2 } });
await call("revokeAllKeys");

const sorted = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(new URL("src/main/resources/openapi-examples.json", root), JSON.stringify(sorted, null, 1) + "\n");
const without = [...operations.keys()].filter((id) => recorded[id] === undefined);
console.log(`${Object.keys(sorted).length} operations recorded; without a body to record: ${without.join(", ")}`);
