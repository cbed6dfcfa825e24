// Byline speaks the PURGE of caches, a method that Next.js gives to no route.
export const config = { matcher: "/purge" };

export async function proxy(request) {
  if (request.method !== "PURGE") return;
  const reply = await fetch(request.nextUrl, {
    method: "POST",
    headers: { "xkey-purge": request.headers.get("xkey-purge") ?? "" },
  });
  return new Response(null, { status: reply.status });
}
