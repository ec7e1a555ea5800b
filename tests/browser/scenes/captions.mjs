// Captions: who says this, to whom, when, in the margin of wide windows and at the foot of small ones.
import assert from "node:assert/strict";
import { box, isInWindow, pause, style } from "../looks.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";
const DEBATE = "briefings/a-debate-of-thirteen-voices/";
const WIDE = [1440, 992];
const NARROW = { width: 390, height: 800 };

const captions = (page) => page.locator(".caption:visible").allInnerTexts();
const quote = (page, id) => page.locator(`#q-${id}`);

/** The captions and notes that stand in the margin: their places, and those of what they must not meet. */
const margin = (page) =>
  page.evaluate(() => {
    const rect = (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { text: element.textContent.slice(0, 40), left, top, right, bottom };
    };
    const shown = [...document.querySelectorAll(".caption, .note")].filter((element) => element.checkVisibility());
    return {
      shown: shown.map(rect),
      column: rect(document.querySelector(".text")),
      below: rect(document.querySelector(".text ~ .apparatus")),
      window: innerWidth,
    };
  });

async function standsInTheMargin(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const { shown, column, below, window } = await margin(page);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  assert.ok(shown.length >= 8, `only ${shown.length} captions are shown at ${width} px`);
  for (const [at, caption] of shown.entries()) {
    const where = `“${caption.text}” at ${width} px`;
    assert.ok(caption.left >= column.right, `${where} stands over the text`);
    assert.ok(caption.right <= window, `${where} leaves the window`);
    assert.ok(caption.bottom <= below.top, `${where} runs into what follows the text`);
    assert.equal(shown.slice(at + 1).find((other) => meet(caption, other)), undefined, `${where} is met`);
  }
}

export async function in_wide_windows_captions_and_notes_stand_in_the_margin_and_never_meet({ visit }) {
  for (const [site, address] of [["sample", BRIEFING], ["crowd", DEBATE]]) {
    const page = await visit(site, address);
    for (const width of WIDE) await standsInTheMargin(page, width);
  }
}

export async function a_caption_stands_level_with_its_quote_where_there_is_room({ visit }) {
  const page = await visit("sample", BRIEFING);
  for (const id of ["all-options", "size-of-doctrine", "criminals"]) {
    const [words, caption] = [await box(quote(page, id)), await box(quote(page, id).locator(".caption"))];
    assert.ok(caption.top >= words.top - 40 && caption.top <= words.bottom + 40, `#q-${id} and its caption`);
  }
}

export async function who_speaks_again_in_a_section_has_one_caption_in_the_margin({ visit }) {
  const page = await visit("sample", BRIEFING);
  const again = page.locator("#q-pressure-trump .caption");
  assert.match(await again.getAttribute("class"), /\bagain\b/);
  assert.ok(!(await again.isVisible()), "the caption is repeated in the margin");
  await page.setViewportSize(NARROW);
  await quote(page, "pressure-trump").hover();
  await again.waitFor();
  assert.match(await again.innerText(), /Jawad Al Telbawi to the American people/);
}

export async function in_a_small_window_a_caption_stands_at_the_foot_while_its_quote_is_pointed_at({ visit }) {
  const page = await visit("sample", BRIEFING, NARROW);
  assert.deepEqual(await captions(page), []);
  await quote(page, "open-war").hover();
  const caption = page.locator("#q-open-war .caption");
  await caption.waitFor();
  assert.match(await caption.innerText(), /Adel Abdul-Mahdi to Matthew Tueller/);
  const place = await box(caption);
  assert.ok(await isInWindow(page, place));
  assert.equal(Math.round(place.bottom), NARROW.height);
  assert.equal(Math.round(place.right - place.left), NARROW.width);
  await caption.hover();
  await pause(page, 450);
  assert.ok(await caption.isVisible(), "the caption went while it was pointed at");
  await page.mouse.move(5, 5);
  await caption.waitFor({ state: "hidden" });
}

export async function in_a_small_window_focus_shows_the_captions_of_quotes_and_citations({ visit }) {
  const page = await visit("sample", BRIEFING, NARROW);
  for (const [at, told] of [["#q-criminals", /Popular Mobilisation Forces/], ["#ref-1b", /as an estimate/]]) {
    await page.locator(`${at} > a`).focus();
    await page.locator(`${at} > .caption`).waitFor();
    await pause(page, 450);
    const [shown, ...more] = await captions(page);
    assert.match(shown, told);
    assert.deepEqual(more, []);
  }
}

export async function a_focused_mark_is_not_under_the_caption_that_it_shows({ visit }) {
  const page = await visit("crowd", DEBATE, NARROW);
  const bad = [];
  await page.locator("#q-said-1 > .tag").focus();
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const mark = document.activeElement;
      if (!mark.closest(".text")) return null;
      const caption = [...document.querySelectorAll(".caption")].find((element) => element.checkVisibility({ visibilityProperty: true }));
      if (!caption) return "";
      const [a, b] = [mark.getBoundingClientRect(), caption.getBoundingClientRect()];
      return a.bottom > b.top ? `${mark.ariaLabel ?? mark.textContent} lies under “${caption.textContent}”` : "";
    });
    if (covered === null) break;
    if (covered) bad.push(covered);
  }
  assert.deepEqual(bad, []);
}

export async function a_tap_on_a_quote_shows_its_caption_and_one_elsewhere_puts_it_away({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "phone" });
  assert.deepEqual(await captions(page), []);
  await quote(page, "denial").scrollIntoViewIfNeeded();
  await quote(page, "denial").tap();
  await page.locator("#q-denial .caption").waitFor();
  await quote(page, "letter").tap();
  await page.locator("#q-denial .caption").waitFor({ state: "hidden" });
  assert.match((await captions(page)).join(), /^US officials/);
  await page.touchscreen.tap(10, 10);
  await page.locator("#q-letter .caption").waitFor({ state: "hidden" });
}

export async function a_tap_on_a_tag_shows_the_caption_too({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "phone" });
  await page.locator("#q-open-war .tag").tap();
  await page.locator("#q-open-war .caption").waitFor();
}

export async function esc_puts_a_caption_away_until_the_reader_moves_on({ visit }) {
  const page = await visit("sample", BRIEFING, NARROW);
  const first = page.locator("#q-all-options .caption");
  await quote(page, "all-options").hover();
  await first.waitFor();
  await page.keyboard.press("Escape");
  await first.waitFor({ state: "hidden" });
  await quote(page, "criminals").hover();
  await page.locator("#q-criminals .caption").waitFor();
  await page.locator("#q-all-options > .tag").focus();
  await first.waitFor();
  await page.keyboard.press("Escape");
  await first.waitFor({ state: "hidden" });
  assert.match(await page.evaluate(() => document.activeElement.className), /tag/, "the focus was lost");
}

export async function two_captions_are_never_at_the_foot_together({ visit }) {
  const page = await visit("sample", BRIEFING, NARROW);
  await page.locator("#q-open-war > .tag").focus();
  await quote(page, "letter").hover();
  await page.locator("#q-letter .caption").waitFor();
  await page.locator("#q-open-war .caption").waitFor({ state: "hidden" });
}

export async function a_caption_of_words_in_another_script_reads_like_the_others({ visit }) {
  const page = await visit("crowd", DEBATE);
  const arabic = quote(page, "said-13");
  assert.equal(await style(arabic, "direction"), "rtl");
  for (const id of ["said-12", "said-13"]) {
    const caption = quote(page, id).locator(".caption");
    assert.equal(await style(caption, "direction"), "ltr", `the caption of #q-${id}`);
    assert.ok((await box(caption)).left > (await box(page.locator(".text"))).right);
  }
}
