// Filters: radio buttons and the style sheet alone, so that they work without the script as well.
import assert from "node:assert/strict";

const DEBATE = "briefings/a-debate-of-thirteen-voices/";
const CLEAR = "rgba(0, 0, 0, 0)";

/** The ids of the quotes in the text that have their tint, and of those that have lost it. */
async function tinted(page) {
  const quotes = await page.locator(".text .quote[id]").evaluateAll((all) =>
    all.map((quote) => [quote.id, getComputedStyle(quote).backgroundColor]),
  );
  const ids = (keep) => quotes.filter(([, colour]) => keep(colour)).map(([id]) => id);
  return { lit: ids((colour) => colour !== CLEAR), dim: ids((colour) => colour === CLEAR) };
}

const choose = (page, id) => page.locator(`label:has(#${id})`).click();

/** The chip of a name; its id. */
const chip = (page, name) => page.locator(`label.chip:has-text("${name}") input`).getAttribute("id");

/** Records or list items that are shown, by what a function says of each. */
const shown = (page, selector, tell) =>
  page.locator(selector).evaluateAll(
    (all, [says]) => all.filter((element) => element.checkVisibility()).map(new Function("element", `return ${says}`)),
    [tell],
  );

export async function choosing_a_voice_takes_the_tint_from_all_other_quotes({ visit }) {
  for (const on of ["desk", "bare"]) {
    const page = await visit("crowd", DEBATE, { on });
    const all = await tinted(page);
    assert.deepEqual(all.dim, [], on);
    assert.equal(all.lit.length, 15);
    await choose(page, await chip(page, "Byron"));
    assert.deepEqual((await tinted(page)).lit, ["q-said-1", "q-said-again"], on);
    await choose(page, "f0");
    assert.deepEqual((await tinted(page)).dim, [], on);
  }
}

export async function the_marks_of_other_voices_on_the_strip_fade_too({ visit }) {
  const page = await visit("crowd", DEBATE);
  const colours = () =>
    page.locator(".strip a.q rect").evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).fill));
  const before = await colours();
  await choose(page, await chip(page, "Byron"));
  const after = await colours();
  const kept = after.flatMap((colour, at) => (colour === before[at] ? [at] : []));
  assert.deepEqual(kept, [0, 1]);
  assert.equal(new Set(after.slice(2)).size, 1);
}

export async function the_eleventh_voice_and_those_after_it_are_chosen_together({ visit }) {
  const page = await visit("crowd", DEBATE);
  assert.match(await page.locator("label:has(#fx)").innerText(), /Others/);
  await choose(page, "fx");
  const late = ["q-said-11", "q-said-12", "q-said-13", "q-said-jointly"];
  assert.deepEqual((await tinted(page)).lit, late, "a joint statement belongs to each of its speakers");
  await choose(page, await chip(page, "Lind"));
  assert.deepEqual((await tinted(page)).lit, ["q-said-2", "q-said-jointly"]);
}

export async function quotes_of_one_speaker_are_shown_alone({ visit }) {
  const page = await visit("sample", "quotes/", { on: "bare" });
  const speakers = () => shown(page, ".record", "element.querySelector('.by').textContent");
  const all = await speakers();
  assert.ok(new Set(all).size > 12);
  for (const id of ["s1", "s12"]) {
    const label = await page.locator(`label:has(#${id})`).innerText();
    const count = Number(label.match(/\d+$/)[0]);
    await choose(page, id);
    const left = await speakers();
    assert.equal(left.length, count, `the chip ${label}`);
    assert.equal(new Set(left.map((name) => name.split(",")[0])).size, 1);
    const empty = await shown(page, ".day", "element.querySelectorAll('.record').length && [...element.querySelectorAll('.record')].filter((record) => record.checkVisibility()).length");
    assert.ok(!empty.includes(0), "a day without a quote is shown");
  }
  await choose(page, "s0");
  assert.deepEqual(await speakers(), all);
}

export async function actors_of_one_kind_are_shown_alone({ visit }) {
  const page = await visit("sample", "actors/", { on: "bare" });
  const kinds = () => shown(page, ".az li", "element.className");
  const all = await kinds();
  assert.ok(new Set(all).size > 4);
  for (const kind of new Set(all)) {
    const label = await page.locator(`label:has(#${kind})`).innerText();
    await choose(page, kind);
    const left = await kinds();
    assert.deepEqual([...new Set(left)], [kind]);
    assert.equal(left.length, Number(label.match(/\d+$/)[0]), label);
    const letters = await shown(page, ".az section", "[...element.querySelectorAll('li')].filter((row) => row.checkVisibility()).length");
    assert.ok(!letters.includes(0), "a letter without an actor is shown");
  }
  await choose(page, "k-all");
  assert.deepEqual(await kinds(), all);
}

export async function the_arrow_keys_choose_among_the_chips({ visit }) {
  for (const [site, address, first] of [["crowd", DEBATE, "f0"], ["sample", "quotes/", "s0"], ["sample", "actors/", "k-all"]]) {
    const page = await visit(site, address, { on: "bare" });
    const ids = await page.locator(".chip input").evaluateAll((all) => all.map((radio) => radio.id));
    assert.equal(ids[0], first);
    const checked = () => page.locator(".chip input:checked").getAttribute("id");
    await page.locator(`#${first}`).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await checked(), ids[1]);
    assert.equal(await page.evaluate(() => document.activeElement.id), ids[1]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await checked(), ids.at(-1), "the choice does not go round");
  }
}
