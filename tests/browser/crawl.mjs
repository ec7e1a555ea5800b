// Follows the links of a site breadth first, clicks on each page, and says what went wrong.
import { asked, open } from "./chromium.mjs";

const wish = await asked();
const { root } = wish;
const browser = await open(wish);
const problems = new Set();
let clicked = 0;

const page = await browser.newPage();
// A failed load is told with its status by the response. A font cannot be preloaded from a disk,
// where files have no origin; it comes with the style sheet all the same.
const EXPECTED = root.startsWith("file:")
  ? /^Failed to load|^Access to font at 'file:|^A preload for 'file:[^']+\.woff2'/
  : /^Failed to load/;
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text()))
    problems.add(`${page.url()}: the console says: ${message.text()}`);
});
page.on("pageerror", (error) => problems.add(`${page.url()}: ${error.message}`));
page.on("request", (request) => {
  if (!request.url().startsWith(root) && !request.url().startsWith("data:"))
    problems.add(`${page.url()}: asked for ${request.url()}`);
});
page.on("response", (response) => {
  if (response.status() >= 400) problems.add(`${response.status()} for ${response.url()}`);
});

/** The page's own links, as the browser resolves them, and its ids. */
const read = () =>
  page.evaluate(() => ({
    links: [...document.querySelectorAll("a[href], area[href]")].map(
      (link) => new URL(link.getAttribute("href"), link.baseURI).href, // also those in a picture
    ),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  }));

const idsOf = new Map();
const fragments = [];
const seen = new Set([wish.start]);
const waiting = [wish.start];
while (waiting.length && idsOf.size < wish.pages) {
  const address = waiting.shift();
  try {
    await page.goto(address, { waitUntil: "load" });
  } catch (error) {
    problems.add(`${address}: ${error.message.split("\n")[0]}`);
    continue;
  }
  if (!(await page.title())) problems.add(`${address}: the page has no title`);
  const { links, ids } = await read();
  idsOf.set(address, new Set(ids));
  for (const link of new Set(links)) {
    const [bare, fragment] = link.split("#");
    if (!bare.startsWith(root)) continue;
    if (fragment) fragments.push([address, bare, decodeURIComponent(fragment)]);
    if (root.startsWith("file:") && bare.endsWith("/"))
      problems.add(`${address}: ${bare} is a folder, which a browser shows as a listing`);
    if (!/(\/|\.html)$/.test(bare)) continue;
    if (!seen.has(bare)) waiting.push(bare);
    seen.add(bare);
  }
}

// A click must lead where the link says: one to another page, one to a place on this page.
for (const address of [...idsOf.keys()].slice(0, wish.clicks)) {
  const choices = [
    ["main a[href]:not([href^='#']):not([href*='://']):visible", (link) => link.split("#")[0]],
    ["main a[href^='#']:visible", (link) => link],
  ];
  for (const [selector, wanted] of choices) {
    await page.goto(address, { waitUntil: "load" });
    const link = page.locator(selector).first();
    if (!(await link.count())) continue;
    const target = await link.evaluate(
      (element) => new URL(element.getAttribute("href"), element.baseURI).href,
    );
    if (!/(\/|\.html)(#.*)?$/.test(target)) continue;
    await link.click();
    await page.waitForURL((now) => wanted(now.href) === wanted(target), { timeout: 5000 }).catch(() =>
      problems.add(`${address}: a click on ${target} led to ${page.url()}`),
    );
    clicked += 1;
  }
}

for (const [address, bare, fragment] of fragments) {
  const ids = idsOf.get(bare);
  if (ids && !ids.has(fragment)) problems.add(`${address}: ${bare} has no #${fragment}`);
}

await browser.close();
process.stdout.write(JSON.stringify({ visited: [...idsOf.keys()], clicked, problems: [...problems] }));
