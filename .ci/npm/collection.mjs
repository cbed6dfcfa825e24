// Writes the Bruno collection in clients/bruno from the committed documents: node collection.mjs FOLDER
// A reply fills the variables that other requests name: run a list, then what concerns its first item.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import bruno from "@usebruno/lang";

const [folder] = process.argv.slice(2);
const documents = new URL("../../src/test/resources/openapi/", import.meta.url);
const METHODS = ["get", "put", "post", "patch", "delete"];

/** What a body names by a member of this name. */
const NAMED = { media: "mediaId", section: "section", author: "author", article: "articleId", key: "keyId", tags: "tag", ids: "commentId" };
/** Items whose id goes by another name in addresses. */
const ALIAS = { correctionId: "correction", "preview-linkId": "link", revisionId: "n" };
const UNUSABLE = ["If-None-Match", "cursor", "after"];

const single = (segment) => (segment === "media" ? segment : segment.replace(/ies$/, "y").replace(/s$/, ""));
const idOf = (segment) => ALIAS[`${single(segment)}Id`] ?? `${single(segment)}Id`;

function variable(path, name) {
  const before = path.slice(0, path.indexOf(`{${name}}`)).split("/").at(-2);
  return name === "id" || name === "other" ? idOf(before) : name;
}

const named = (value, name) =>
  Array.isArray(value)
    ? typeof value[0] === "string" && NAMED[name]
      ? [`{{${NAMED[name]}}}`]
      : value.map((item) => named(item))
    : value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, named(inner, member)]))
      : typeof value === "string" && NAMED[name]
        ? `{{${NAMED[name]}}}`
        : value;

class Collection {
  constructor(document) {
    this.document = document;
  }

  resolve(node) {
    return node?.$ref ? node.$ref.slice(2).split("/").reduce((at, name) => at[name], this.document) : node;
  }

  request(path, method, operation, seq) {
    const parameters = (operation.parameters ?? []).map((parameter) => this.resolve(parameter));
    const of = (place) => parameters.filter((parameter) => parameter.in === place && !UNUSABLE.includes(parameter.name));
    const root = single(path.replace("/v1/newsroom", "").replace("/v1", "").split("/")[1]);
    const value = (parameter) => (parameter.name === "If-Match" ? `"{{${root}Version}}"` : String(parameter.example ?? ""));
    const content = this.resolve(operation.requestBody)?.content ?? {};
    const type = Object.keys(content)[0];
    const form = type === "multipart/form-data";
    const headers = of("header").map((header) => ({ name: header.name, value: value(header), enabled: header.required === true }));
    if (type && !form) headers.unshift({ name: "Content-Type", value: type, enabled: true });
    const address = path.replace(/{(\w+)}/g, ":$1");
    const query = of("query").map(({ name, example, required }) => ({
      name, value: String(example ?? ""), enabled: required === true, type: "query",
    }));
    const given = query.filter(({ enabled }) => enabled).map(({ name, value }) => `${name}=${value}`).join("&");
    return {
      meta: { name: operation.summary, type: "http", seq },
      http: {
        method,
        url: `{{server}}${address}${given && `?${given}`}`,
        body: form ? "multipartForm" : type ? "json" : "none",
        auth: operation.security ? "bearer" : "none",
      },
      params: [
        ...query,
        ...of("path").map(({ name }) => ({ name, value: `{{${variable(path, name)}}}`, enabled: true, type: "path" })),
      ],
      headers,
      ...(operation.security && { auth: { bearer: { token: "{{key}}" } } }),
      body: form
        ? {
            multipartForm: [
              { name: "file", type: "file", value: [], enabled: true },
              { name: "metadata", type: "text", value: '{"alt":"A gate"}', contentType: "application/json", enabled: false },
            ],
          }
        : type
          ? { json: JSON.stringify(named(content[type].example ?? {}), null, 2) }
          : {},
      vars: { res: this.found(path, method, operation, root) },
      docs: operation.description,
    };
  }

  /** The members of a schema; of a union, those of its first kind: what a variable takes, all have. */
  properties(schema) {
    const known = this.resolve(schema);
    return known?.oneOf ? this.properties(known.oneOf[0]) : known?.properties;
  }

  /** The members of what an operation replies with. */
  members(operation) {
    const reply = this.resolve(operation?.responses["201"] ?? operation?.responses["200"]);
    return this.properties(reply?.content?.["application/json"]?.schema) ?? {};
  }

  /** The variables that the reply fills. */
  found(path, method, operation, root) {
    const members = this.members(operation);
    const item = this.properties(this.resolve(members.items)?.items);
    const last = path.split("/").at(-1);
    const found = [];
    const fill = (name, value) => found.push({ name, value, enabled: true, local: false });
    if (!last.startsWith("{") && item?.id) fill(idOf(last), "res.body.items[0].id");
    if (last === "revisions") fill("n", "res.body.items[0].n");
    if (last === "problems") fill("code", "res.body[0].code");
    if (item?.slug && !path.startsWith("/v1/newsroom")) fill(single(last), "res.body.items[0].slug");
    if (method === "post" && operation.responses["201"] && members.id) fill(idOf(last), "res.body.id");
    // Preview links and revisions have a version too, which is not the item's.
    const whole = this.document.paths[path.includes("{id}") ? path.replace(/(?<={id}).*/, "") : `${path}/{id}`]?.get;
    if (last === "find") fill(`${root}Id`, "res.body.id");
    if (members.version && (!whole || this.members(whole) === members)) fill(`${root}Version`, "res.body.version");
    return found;
  }
}

const write = async (path, text) => {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text.trimEnd() + "\n");
};

await rm(folder, { recursive: true, force: true });
await write(join(folder, "bruno.json"), JSON.stringify({ version: "1", name: "Byline", type: "collection" }, null, 2));
await write(
  join(folder, "environments", "local.bru"),
  bruno.envJsonToBruV2({
    variables: [
      { name: "server", value: "http://localhost:8080", enabled: true, secret: false },
      { name: "key", value: "", enabled: true, secret: true },
    ],
  }),
);
const requests = new Map();
for (const name of ["content", "newsroom"]) {
  const document = JSON.parse(await readFile(new URL(`${name}.json`, documents), "utf8"));
  const collection = new Collection(document);
  const counted = new Map();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((known) => item[known])) {
      const operation = item[method];
      const [tag] = operation.tags;
      counted.set(tag, (counted.get(tag) ?? 0) + 1);
      requests.set(
        join(folder, name, tag, `${operation.operationId}.bru`),
        collection.request(path, method, operation, counted.get(tag)),
      );
    }
  }
}
const wanted = JSON.stringify([...requests.values()]);
for (const [path, request] of requests) {
  request.vars.res = request.vars.res.filter(({ name }) => wanted.includes(`{{${name}}}`));
  await write(path, bruno.jsonToBruV2(request));
}
