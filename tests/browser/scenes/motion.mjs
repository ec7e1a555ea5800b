// What a reader's system asks for: less motion, more contrast, colours of its own.
import assert from "node:assert/strict";
import { style } from "../looks.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";

/** The seconds of every transition on the page, and the names of its animations. */
const moves = (page) =>
  page.evaluate(() => {
    const seconds = new Set();
    const names = new Set();
    for (const element of document.querySelectorAll("*")) {
      for (const part of [null, "::before", "::after"]) {
        const { transitionDuration, animationName } = getComputedStyle(element, part);
        for (const each of transitionDuration.split(", ")) seconds.add(parseFloat(each));
        if (animationName !== "none") names.add(animationName);
      }
    }
    seconds.delete(0);
    return { seconds: [...seconds].sort(), names: [...names], scroll: getComputedStyle(document.documentElement).scrollBehavior };
  });

/** Whether the next page, reached by a link, came with a transition of the view. */
async function turnsThePage(page) {
  await page.addInitScript(() => {
    addEventListener("pagereveal", (event) => {
      globalThis.turned = Boolean(event.viewTransition);
    });
  });
  await page.locator(".masthead nav a").first().click();
  await page.waitForURL("**/briefings/");
  return page.waitForFunction(() => globalThis.turned !== undefined).then(() => page.evaluate(() => turned));
}

export async function nothing_moves_for_those_who_want_less_motion({ visit }) {
  const page = await visit("sample", BRIEFING, { media: { reducedMotion: "reduce" } });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await moves(page), { seconds: [], names: [], scroll: "auto" });
  }
  assert.equal(await turnsThePage(page), false);
}

export async function for_the_others_movements_are_short({ visit }) {
  const page = await visit("sample", BRIEFING, { media: { reducedMotion: "no-preference" } });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const { seconds, names, scroll } = await moves(page);
    assert.ok(seconds.length > 1);
    assert.ok(seconds.every((each) => each >= 0.14 && each <= 0.18), seconds.join(" "));
    assert.deepEqual([names, scroll], [[], "smooth"]);
  }
  assert.equal(await turnsThePage(page), true);
}

export async function a_card_opens_and_closes_where_things_move({ visit }) {
  const page = await visit("sample", BRIEFING, { media: { reducedMotion: "no-preference" } });
  await page.locator(".text a[data-card='card-pmf']").first().hover();
  await page.locator("#card-pmf:popover-open").waitFor();
  await page.waitForFunction(() => getComputedStyle(document.getElementById("card-pmf")).opacity === "1");
  await page.keyboard.press("Escape");
  await page.locator("#card-pmf").waitFor({ state: "hidden" });
}

export async function more_contrast_turns_second_text_to_ink_and_thickens_marks({ visit }) {
  const page = await visit("sample", BRIEFING);
  const [second, mark] = [page.locator(".article-head .meta").first(), page.locator("#q-letter")];
  const thickness = async () => Number((await style(mark, "boxShadow")).match(/0px -([\d.]+)px/)[1]);
  const ink = await style(page.locator("body"), "color");
  const before = await thickness();
  assert.notEqual(await style(second, "color"), ink);
  await page.emulateMedia({ contrast: "more" });
  assert.equal(await style(second, "color"), ink);
  assert.ok((await thickness()) > before);
}

export async function where_the_system_sets_the_colours_quotes_are_still_marked({ visit }) {
  const page = await visit("sample", BRIEFING);
  const quote = page.locator("#q-letter");
  assert.equal(await style(quote, "textDecorationLine"), "none");
  await page.emulateMedia({ forcedColors: "active" });
  assert.equal(await style(quote, "textDecorationLine"), "underline");
  assert.ok(await quote.locator(".tag").isVisible());
  const chip = page.locator("label.chip:has(:checked)");
  assert.equal(await style(chip, "outlineStyle"), "solid");
}
