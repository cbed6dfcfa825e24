import { notFound } from "next/navigation";
import { read } from "../../byline.mjs";

export async function generateStaticParams() {
  const { items } = await read("/v1/articles?limit=100&fields=slug");
  return items.map(({ slug }) => ({ slug }));
}

export default async function Page({ params }) {
  "use cache";
  const { slug } = await params;
  const article = await read(`/v1/articles/${encodeURIComponent(slug)}?include=related`);
  if (article === null) notFound();
  return (
    <article>
      <h1>{article.headline}</h1>
      {article.body.map((block, i) => block.type === "paragraph"
        && <p key={i} dangerouslySetInnerHTML={{ __html: block.html }} />)}
      <ul>
        {article.included.related.items.map((link) =>
          <li key={link.url}><a href={link.article ? `/${link.article.slug}` : link.url}>{link.title}</a></li>)}
      </ul>
    </article>
  );
}
