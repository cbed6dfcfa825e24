import type { Article, Block } from "../src/index.js";

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

type Figure = Extract<Article["body"][number], { type: "image" | "media" }>;

function figure(block: Pick<Figure, "media" | "caption">): string {
  const { media } = block;
  const file = media.renditions[0];
  const picture = file === undefined ? "" : `<img src="${escaped(file.url)}" alt="${escaped(media.alt ?? "")}">`;
  const caption = escaped(block.caption ?? media.caption ?? "");
  return `<figure>${picture}<figcaption>${caption} ${escaped(media.attribution.creditLine ?? "")}</figcaption></figure>`;
}

function unknown(block: never): string {
  throw new Error(`A kind of block that this client does not know: ${JSON.stringify(block)}`);
}
