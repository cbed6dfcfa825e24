import { cacheLife, cacheTag } from "next/cache";

const server = process.env.BYLINE_URL ?? "http://localhost:8080";

/** A public reply of Byline, kept until Byline says that something in it changed. */
export async function read(path) {
  "use cache";
  cacheLife("hours");
  const reply = await fetch(server + path);
  if (reply.status >= 500) throw new Error(`${path}: ${reply.status}`);
  cacheTag(...(reply.headers.get("Surrogate-Key") ?? "anything").split(" "));
  return reply.ok ? reply.json() : null;
}
