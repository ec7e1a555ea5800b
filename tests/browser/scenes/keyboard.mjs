// The keyboard: every control is reached in the order of the page, and is seen to have the focus.
import assert from "node:assert/strict";
import { box, fragment, isInWindow, style } from "../looks.mjs";
import { KINDS, pass, stopped } from "../reader.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";
const focused = (page) => page.locator(":focus");

/** Numbers every control that the Tab key should reach, in the order of the page; gives how many. */
const number = (page) =>
  page.evaluate(() => {
    const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
    const reached = [...document.querySelectorAll(controls)].filter(
      (control) =>
        control.tabIndex >= 0 &&
        control.checkVisibility({ visibilityProperty: true }) &&
        (control.type !== "radio" || control.checked),
    );
    reached.forEach((control, at) => control.setAttribute("data-stop", at));
    return reached.length;
  });

/** The control that has the focus: its number, its name, and what is wrong with its looks. */
const look = (page) =>
  page.evaluate(() => {
    const control = document.activeElement;
    const ringed = control.type === "radio" ? control.closest("label") : control;
    const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
    const { left, top, right, bottom } = [...ringed.getClientRects()][0] ?? {};
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const met = document.elementFromPoint(x, y);
    const wrong = [];
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push("has no ring");
    if (!met || !(ringed.contains(met) || met.contains(ringed))) wrong.push(`is covered by ${met?.className ?? "the edge of the window"}`);
    return { stop: Number(control.dataset.stop), name: control.outerHTML.slice(0, 90), wrong };
  });

export async function the_first_stop_is_the_link_that_skips_to_the_text({ visit }) {
  const page = await visit("sample", BRIEFING);
  const skip = page.locator("a.skip");
  assert.ok(!(await isInWindow(page, await box(skip))), "it stands there unasked");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page).innerText(), "Skip to the text");
  assert.ok(await isInWindow(page, await box(skip)), "it is not to be seen");
  await page.keyboard.press("Enter");
  assert.equal(fragment(page), "#main");
  await page.keyboard.press("Tab");
  assert.ok(await focused(page).evaluate((control) => control.closest("main") !== null), "the menu was not skipped");
}

export async function the_tab_key_reaches_every_control_of_a_briefing_in_order_and_shows_where_it_is({ visit }) {
  const page = await visit("sample", BRIEFING, { before: stopped });
  const count = await number(page);
  assert.ok(count > 100);
  const stops = [];
  const wrong = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await look(page);
    stops.push(seen.stop);
    wrong.push(...seen.wrong.map((what) => `${seen.name} ${what}`));
  }
  assert.deepEqual(stops, [...Array(count).keys()]);
  assert.deepEqual(wrong, []);
  await page.keyboard.press("Shift+Tab");
  assert.equal((await look(page)).stop, count - 2);
}

/** Pages that hold between them every sort of control. */
const CONTROLS = KINDS.filter((address) => /^(|briefings\/.+|actors\/|quotes\/|sources\/|timeline\/)$/.test(address));

export async function every_sort_of_control_takes_the_focus_and_is_ringed({ visit, sites }) {
  const page = await visit("sample", "", { before: stopped });
  assert.equal(CONTROLS.length, 6);
  for (const address of CONTROLS) {
    await page.goto(sites.sample + address);
    assert.ok((await number(page)) > 10, address);
    await page.keyboard.press("Tab");
    const wrong = await page.evaluate(() => {
      const bad = [];
      for (const control of document.querySelectorAll("[data-stop]")) {
        control.focus();
        const ringed = control.type === "radio" ? control.closest("label") : control;
        const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
        if (control !== document.activeElement || outlineStyle === "none" || parseFloat(outlineWidth) < 2)
          bad.push(control.outerHTML.slice(0, 90));
      }
      const early = document.querySelectorAll("[tabindex]:not([tabindex='0'], [tabindex='-1'])");
      return [...bad, ...[...early].map((control) => `${control.outerHTML.slice(0, 90)} jumps the queue`)];
    });
    assert.deepEqual(wrong, [], address);
  }
}

export async function a_card_opens_on_focus_and_esc_closes_it_where_the_focus_is({ visit }) {
  const page = await visit("sample", BRIEFING, { before: stopped });
  const mention = page.locator(".text a[data-card='card-pmf']").first();
  const card = page.locator("#card-pmf");
  await page.keyboard.press("Tab");
  await mention.focus();
  assert.ok(!(await card.isVisible()));
  await pass(page, 250);
  await card.waitFor();
  const isFocused = () => mention.evaluate((link) => link === document.activeElement);
  assert.ok(await isFocused(), "the card took the focus");
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });
  assert.ok(await isFocused(), "Esc lost the focus");
}

export async function an_open_card_is_the_next_stop_and_closes_when_it_is_left({ visit }) {
  const page = await visit("sample", BRIEFING, { before: stopped });
  const mention = page.locator(".text a[data-card='card-pmf']").first();
  const card = page.locator("#card-pmf");
  await page.keyboard.press("Tab");
  await mention.focus();
  await pass(page, 250);
  await card.waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page).innerText(), "Open the record");
  await pass(page, 1000);
  assert.ok(await card.isVisible(), "the card went while it was read");
  await page.keyboard.press("Tab");
  await pass(page, 250);
  await card.waitFor({ state: "hidden" });
  assert.equal(await focused(page).getAttribute("data-card"), "card-the-independent");
  await page.keyboard.press("Shift+Tab");
  await pass(page, 250);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/actors/pmf/");
}

export async function enter_follows_a_mention_a_tag_and_a_mark({ visit }) {
  const page = await visit("sample", BRIEFING, { before: stopped });
  for (const [link, leads] of [["#q-letter > .tag", "#q-letter"], ["#ref-2a > a", "#source-2"], ["#noteref-2 > a", "#note-2"]]) {
    await page.locator(link).focus();
    await page.keyboard.press("Enter");
    assert.equal(fragment(page), leads);
  }
  assert.notEqual(await style(page.locator("#note-2"), "backgroundColor"), "rgba(0, 0, 0, 0)");
  await page.locator(".text a[data-card='card-isis']").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/actors/isis/");
}
