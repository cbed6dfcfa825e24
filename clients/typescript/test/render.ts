import type { AudioMedia, Block, DocumentMedia, ImageMedia, RelatedLink, VideoMedia } from "../src/index.js";

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A body as HTML. The compiler refuses this switch when a kind of block is missing in it. */
export function render(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${block.html}</p>`;
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "image":
    case "media":
      return figure(block);
    case "gallery":
      return block.items.map(figure).join("");
    case "quote":
      return `<blockquote>${block.html}</blockquote>`;
    case "pullquote":
      return `<aside>${escaped(block.text)}</aside>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
    }
    case "table":
      return `<table>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
        .join("")}</table>`;
    case "embed":
      return `<a href="${escaped(block.url)}">${escaped(block.title ?? block.url)}</a>`;
    case "divider":
      return "<hr>";
    case "html":
      return block.html;
    default:
      return unknown(block);
  }
}

type Shown = ImageMedia | VideoMedia | AudioMedia | DocumentMedia;

function figure(use: { media: Shown; caption?: string; alt?: string }): string {
  const { media } = use;
  const file = media.renditions[0];
  const caption = escaped(use.caption ?? media.caption ?? "");
  const credit = escaped(media.attribution.creditLine ?? "");
  return `<figure>${file === undefined ? "" : player(media, escaped(file.url), use.alt)}<figcaption>${caption} ${credit}</figcaption></figure>`;
}

function player(media: Shown, url: string, alt?: string): string {
  switch (media.kind) {
    case "image":
      return `<img src="${url}" width="${media.width}" height="${media.height}" alt="${escaped(alt ?? media.alt ?? "")}">`;
    case "video":
      return `<video src="${url}" poster="${escaped(media.poster?.renditions[0]?.url ?? "")}" controls></video>`;
    case "audio":
      return `<audio src="${url}" controls></audio>`;
    case "document":
      return `<a href="${url}">${escaped(media.headline ?? media.mimeType)}</a>`;
    default:
      return unknown(media);
  }
}

/** A related link as HTML. */
export function anchor(link: RelatedLink): string {
  switch (link.kind) {
    case "article":
      return `<a href="/${escaped(link.article.slug)}">${escaped(link.title)}</a>`;
    case "external":
      return `<a href="${escaped(link.url)}" rel="external">${escaped(link.title)}</a>`;
    default:
      return unknown(link);
  }
}

function unknown(value: never): string {
  throw new Error(`A kind that this client does not know: ${JSON.stringify(value)}`);
}
