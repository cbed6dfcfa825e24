// All headlines of a section, page by page: node pages.mjs http://localhost:8080 business
const [server, section] = process.argv.slice(2);

/** The items of a list, one after the other, however many pages there are. */
async function* all(path, query) {
  let address = new URL(`${path}?${new URLSearchParams(query)}`, server);
  while (address) {
    const reply = await fetch(address);
    const data = await reply.json();
    if (!reply.ok) throw new Error(data.detail);
    yield* data.items;
    const { next } = data.page;
    address = next && new URL(`${path}?${new URLSearchParams({ ...query, cursor: next })}`, server);
  }
}

for await (const article of all("/v1/articles", { ...(section && { section }), fields: "headline", limit: 10 })) {
  console.log(article.headline);
}
