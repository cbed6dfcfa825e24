import { revalidateTag } from "next/cache";

export function POST(request) {
  if (new URL(request.url).searchParams.get("secret") !== process.env.PURGE_SECRET) {
    return new Response(null, { status: 403 });
  }
  for (const key of (request.headers.get("xkey-purge") ?? "").split(" ").filter(Boolean)) {
    revalidateTag(key, { expire: 0 });
  }
  return new Response(null, { status: 204 });
}
