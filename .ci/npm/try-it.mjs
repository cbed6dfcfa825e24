// Tries operations on the docs page as a person does: node try-it.mjs SERVER KEY
import { chromium } from "playwright-core";

const [server, key] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
const complaints = [];
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));

/** Opens an operation, fills it in, and sends it: the status and the body that the page then shows. */
async function tried(id, parameters = {}) {
  const block = page.locator(`.opblock[id$="-${id}"]`);
  await block.locator(".opblock-summary-control").click();
  await block.getByRole("button", { name: "Try it out" }).click();
  for (const [name, value] of Object.entries(parameters)) {
    await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
  }
  await block.getByRole("button", { name: "Execute" }).click();
  const reply = block.locator(".live-responses-table .response").first();
  await reply.waitFor();
  const status = (await reply.locator(".response-col_status").innerText()).trim().split(/\s/)[0];
  return { status, text: await reply.innerText() };
}

function expect(what, { status, text }, wanted, words) {
  if (status !== wanted || !text.includes(words)) {
    throw new Error(`${what}: ${status} instead of ${wanted}, or without ${words}:\n${text.slice(0, 2000)}`);
  }
}

try {
  await page.goto(`${server}/docs/`);
  expect("listArticles", await tried("listArticles", { limit: "2" }), "200", '"headline"');
  // With the examples alone.
  expect("getArticle", await tried("getArticle"), "200", '"body"');
  expect("search", await tried("search", { q: "harbour" }), "200", '"highlights"');
  await page.goto(`${server}/docs/?urls.primaryName=newsroom`);
  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.locator(".auth-container input").first().fill(key);
  await page.locator(".auth-container").getByRole("button", { name: "Apply credentials" }).click();
  await page.locator(".auth-container").getByRole("button", { name: "Close" }).click();
  expect("getMe", await tried("getMe"), "200", '"editor"');
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const small = await phone.newPage();
  await small.goto(`${server}/docs/`);
  await small.locator('.opblock[id$="-getArticle"] .opblock-summary-control').click();
  await small.locator('.opblock[id$="-getArticle"] .responses-table').waitFor();
  const width = await small.evaluate(() => document.documentElement.scrollWidth);
  if (width > 390) throw new Error(`The docs page is ${width} pixels wide on a phone of 390`);
  await small.locator(".topbar select").selectOption({ label: "newsroom" });
  await small.getByText("Byline newsroom API").waitFor();
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  console.log("browser: operations of both documents were tried on the docs page, which fits a phone");
} finally {
  await browser.close();
}
