// Permalinks: every quote can be linked to, in the text and in the record, and its link copied.
import assert from "node:assert/strict";
import { box, fragment, isInWindow, style } from "../looks.mjs";
import { pass, stopped } from "../reader.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";
const ACTOR = "actors/jawad-al-telbawi/";
const ALLOWED = ["clipboard-read", "clipboard-write"];
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The ids with a beginning that do not stand out in the window when the address leads to them. */
const unmarked = (page, beginning) =>
  page.evaluate(async (start) => {
    const bad = [];
    const targets = [...document.querySelectorAll(`[id^="${start}"]`)];
    if (!targets.length) return [`there is no #${start}…`];
    for (const target of targets) {
      const rest = getComputedStyle(target).backgroundColor;
      location.hash = target.id;
      await new Promise((done) => addEventListener("hashchange", done, { once: true }));
      const { top, bottom } = target.getBoundingClientRect();
      const stands = top >= 0 && top < innerHeight && bottom > 0;
      if (!target.matches(":target") || getComputedStyle(target).backgroundColor === rest || !stands)
        bad.push(target.id);
    }
    return bad;
  }, beginning);

export async function every_quote_stands_out_where_its_permalink_leads({ visit }) {
  const crowd = await visit("crowd", "briefings/a-debate-of-thirteen-voices/");
  for (const page of [await visit("sample", BRIEFING), crowd]) {
    assert.deepEqual(await unmarked(page, "q-"), []);
    assert.deepEqual(await unmarked(page, "r-"), []);
  }
}

export async function a_record_stands_out_on_the_pages_that_gather_it({ visit }) {
  for (const address of [ACTOR, "quotes/", "timeline/"]) {
    const page = await visit("sample", address);
    assert.deepEqual(await unmarked(page, "r-"), [], address);
  }
}

export async function a_permalink_that_is_opened_from_elsewhere_shows_the_quote({ visit }) {
  const gathered = "r-iraqs-parliament-votes-to-expel-foreign-troops--sanctions";
  for (const [on, address, id] of [["desk", BRIEFING, "q-letter"], ["phone", BRIEFING, "r-letter"], ["bare", "quotes/", gathered]]) {
    const page = await visit("sample", `${address}#${id}`, { on });
    const target = page.locator(`[id="${id}"]`);
    assert.ok(await target.evaluate((element) => element.matches(":target")));
    assert.ok(await isInWindow(page, await box(target)), `#${id} is not in the window`);
  }
}

export async function a_tag_marks_its_quote_and_the_back_button_unmarks_it({ visit }) {
  const page = await visit("sample", BRIEFING);
  const quote = page.locator("#q-criminals");
  const rest = await style(quote, "backgroundColor");
  await quote.locator(".tag").click();
  assert.equal(fragment(page), "#q-criminals");
  await page.locator("#q-letter > .tag").click();
  await page.mouse.move(1, 1);
  await page.evaluate(() => document.activeElement.blur());
  assert.equal(await style(quote, "backgroundColor"), rest);
  await page.goBack();
  assert.equal(fragment(page), "#q-criminals");
  assert.notEqual(await style(quote, "backgroundColor"), rest);
  await page.goBack();
  assert.equal(fragment(page), "");
  assert.equal(await style(quote, "backgroundColor"), rest);
}

export async function in_context_leads_from_a_record_to_the_words_in_their_briefing({ visit }) {
  const page = await visit("sample", ACTOR);
  await page.locator(".record .meta a[href*='#q-size-of-doctrine']").first().click();
  await page.waitForURL(`**/${BRIEFING}#q-size-of-doctrine`);
  assert.ok(await isInWindow(page, await box(page.locator("#q-size-of-doctrine"))));
  await page.goBack();
  await page.waitForURL(`**/${ACTOR}`);
}

/** The briefing where a link can be copied, with its timers stopped. */
const copying = (visit) => visit("sample", BRIEFING, { fresh: true, allowed: ALLOWED, before: stopped });

/** Copies the link of a record with a click and waits until the link says so. */
async function copy(page, id) {
  await page.locator(`#r-${id} a.permalink`).click();
  await page.locator(`#r-${id} a.permalink:text-is('Link copied')`).waitFor();
}

export async function copy_link_puts_the_permalink_on_the_clipboard_and_says_so({ visit }) {
  const page = await copying(visit);
  await copy(page, "open-war");
  assert.equal(await pasted(page), `${page.url().split("#")[0]}#r-open-war`);
  assert.equal(fragment(page), "#r-open-war");
  const said = page.getByRole("status");
  await pass(page, 100);
  assert.equal(await said.textContent(), "Link copied");
  await pass(page, 2000);
  assert.equal(await said.textContent(), "");
  assert.equal(await page.locator("#r-open-war a.permalink").innerText(), "Copy link");
}

export async function a_link_that_is_copied_twice_gets_its_words_back({ visit }) {
  const page = await copying(visit);
  await copy(page, "open-war");
  await pass(page, 300);
  await copy(page, "open-war");
  await copy(page, "letter");
  await pass(page, 1700);
  assert.equal(await page.getByRole("status").textContent(), "Link copied", "it was said too short");
  await pass(page, 1000);
  const links = await page.locator("a.permalink").allInnerTexts();
  assert.deepEqual(new Set(links), new Set(["Copy link"]));
  assert.equal(await page.getByRole("status").textContent(), "");
  assert.match(await pasted(page), /#r-letter$/);
}

export async function copy_link_is_reached_and_pressed_with_the_keyboard({ visit }) {
  const page = await copying(visit);
  await page.locator("#r-letter a.permalink").focus();
  await page.keyboard.press("Enter");
  await page.locator("#r-letter a.permalink:text-is('Link copied')").waitFor();
  assert.match(await pasted(page), /#r-letter$/);
  assert.match(await page.evaluate(() => document.activeElement.className), /permalink/);
}

export async function where_there_is_no_clipboard_copy_link_is_a_link_to_its_record({ visit }) {
  const without = () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  const refused = () => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  };
  for (const options of [{ on: "bare" }, { before: without }, { before: refused }]) {
    const page = await visit("sample", BRIEFING, options);
    const record = page.locator("#r-letter");
    const rest = await style(record, "backgroundColor");
    await record.locator("a.permalink").click();
    await page.locator("#r-letter:target").waitFor();
    assert.equal(fragment(page), "#r-letter");
    assert.notEqual(await style(record, "backgroundColor"), rest);
    assert.equal(await record.locator("a.permalink").innerText(), "Copy link");
  }
}
