// The pictures that the documents show: each scene shows something and takes a picture of it.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { isStillLike } from "../likeness.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";
const HARBOUR = "briefings/harbour-to-close/";
const ARTICLE = "content/articles/2026-03-02-harbour-to-close.md";

const shown = ({ visit }, address, media = { colorScheme: "light" }) =>
  visit("sample", address, { on: "sharp", media: { ...media, reducedMotion: "reduce" } });

/** Scrolls so that an element stands so many pixels below the window's edge. */
const scroll = (locator, below) =>
  locator.evaluate((element, wanted) => scrollBy(0, element.getBoundingClientRect().top - wanted), below);

async function briefing(reader, name, colorScheme) {
  const page = await shown(reader, BRIEFING, { colorScheme });
  await scroll(page.locator(".brief ~ p").first(), 28);
  // At this mention the card leaves the margin free.
  await page.locator('.text a[data-card="card-jawad-al-telbawi"]').nth(1).hover();
  await page.locator(".card:popover-open").waitFor();
  await isStillLike(name, page, reader);
}

export async function a_briefing_with_a_card_open(reader) {
  await briefing(reader, "briefing", "light");
}

export async function the_same_in_the_dark(reader) {
  await briefing(reader, "briefing-dark", "dark");
}

export async function the_head_of_a_briefing(reader) {
  await isStillLike("headline", await shown(reader, BRIEFING), reader);
}

export async function the_page_of_an_actor(reader) {
  await isStillLike("actor", await shown(reader, "actors/jawad-al-telbawi/"), reader);
}

/** Takes a picture of the preview while a file is saved with an edit, once what it shows over the page is there.
 *
 *  The preview takes the machine's own fonts; here they are named, so that all machines show the same. */
async function preview(reader, name, { from, to, over }) {
  const file = `${reader.folders.preview}/${ARTICLE}`;
  const good = await readFile(file, "utf8");
  assert.ok(good.includes(from), `the article has no ${from}`);
  const page = await reader.visit("preview", HARBOUR, { on: "sharp", media: { colorScheme: "light" } });
  const shadow = page.locator("onrecord-preview");
  await shadow.waitFor({ state: "attached" });
  await writeFile(file, good.replace(from, to));
  try {
    await shadow.locator(over).first().waitFor();
    await shadow.evaluate(({ shadowRoot }) => {
      const fonts = new CSSStyleSheet();
      fonts.replaceSync(
        '.overlay, .note, .counter { font-family: "Libre Franklin" } pre { font-family: "DejaVu Sans Mono" }',
      );
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, fonts];
    });
    await isStillLike(name, page, reader);
  } finally {
    await writeFile(file, good);
    await shadow.locator(over).first().waitFor({ state: "detached" });
  }
}

export async function an_error_over_the_page(reader) {
  await preview(reader, "preview-error", { from: "date: 2026-03-02", to: "date: 2 March", over: ".overlay" });
}

export async function a_quote_without_a_place_in_the_margin(reader) {
  await preview(reader, "preview-note", { from: "close the harbour until the quay is safe,”", to: "close the harbor until the quay is safe,”", over: ".note" });
}
