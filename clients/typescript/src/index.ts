import createClient, { type Client, type QuerySerializerOptions } from "openapi-fetch";
import type { components as Content, paths as ContentPaths } from "./content.js";
import type { components as Newsroom, paths as NewsroomPaths } from "./newsroom.js";

export type Article = Content["schemas"]["Article"];
export type ArticleSummary = Content["schemas"]["ArticleSummary"];
export type Block = Content["schemas"]["ShownBlock"];
/** A media item of any kind, or the members of it that `fields` chose. */
export type Media = Content["schemas"]["Media"];
export type ImageMedia = Content["schemas"]["ImageMedia"];
export type VideoMedia = Content["schemas"]["VideoMedia"];
export type AudioMedia = Content["schemas"]["AudioMedia"];
export type DocumentMedia = Content["schemas"]["DocumentMedia"];
export type RelatedLink = Content["schemas"]["RelatedLink"];
export type Comment = Content["schemas"]["Comment"];
export type Problem = Content["schemas"]["Problem"];
export type ProblemCode = Content["schemas"]["ProblemCode"];
export type ArticleInput = Newsroom["schemas"]["ArticleInput"];
export type MediaInput = Newsroom["schemas"]["MediaInput"];
export type NewsroomMedia = Newsroom["schemas"]["NewsroomMedia"];

/** Lists stand in an address by comma. */
const querySerializer: QuerySerializerOptions = { array: { style: "form", explode: false } };

/** What readers see. Needs no key. */
export function contentClient(baseUrl: string): Client<ContentPaths> {
  return createClient<ContentPaths>({ baseUrl, querySerializer });
}

/** What the newsroom writes with. */
export function newsroomClient(baseUrl: string, key: string): Client<NewsroomPaths> {
  return createClient<NewsroomPaths>({ baseUrl, querySerializer, headers: { Authorization: `Bearer ${key}` } });
}

/** A refusal; `problem.code` says which, for programs. */
export class BylineProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** The data of a reply (none for `204`), or its problem thrown. */
export function take<T>(reply: { data?: T; error?: Problem; response: Response }): T {
  if (!reply.response.ok) {
    throw new BylineProblem(reply.error ?? { type: "about:blank", title: reply.response.statusText, status: reply.response.status } as Problem);
  }
  return reply.data as T;
}

/** Uploads a file, with what the newsroom says of it. */
export async function upload(
  client: Client<NewsroomPaths>,
  file: Blob,
  name: string,
  metadata: MediaInput = {},
): Promise<NewsroomMedia> {
  const form = new FormData();
  form.append("file", file, name);
  form.append("metadata", JSON.stringify(metadata));
  return take(await client.POST("/v1/newsroom/media", { body: form as never, bodySerializer: () => form }));
}

/** All articles of a list, page by page. */
export async function* articles(
  client: Client<ContentPaths>,
  query: NonNullable<ContentPaths["/v1/articles"]["get"]["parameters"]["query"]> = {},
): AsyncGenerator<ArticleSummary> {
  let cursor: string | undefined;
  do {
    const page = take(await client.GET("/v1/articles", { params: { query: { ...query, cursor } } }));
    yield* page.items;
    cursor = page.page.next;
  } while (cursor !== undefined);
}
