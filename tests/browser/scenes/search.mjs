// The search page: what is found by which words, narrowed down, announced, and without JavaScript.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const HARBOUR = "briefings/harbour/";
const STATEMENT = "briefings/statement/";

const field = (page) => page.getByLabel("Search for");
const told = (page) => page.getByRole("status").innerText();
const links = (page) => page.locator(".hits h2 a");

/** Where the hits lead, below the root of the site, once they stand there. */
async function found(page, root) {
  await page.waitForFunction(() => /result|Nothing/.test(document.querySelector("#search [role=status]").textContent));
  const addresses = await links(page).evaluateAll((all) => all.map((link) => link.href));
  return addresses.map((address) => address.replace(root, ""));
}

/** What is found for the words, asked anew. */
async function ask(page, root, words) {
  await page.locator("#search [role=status]").evaluate((status) => { status.textContent = ""; });
  await field(page).fill(words);
  await field(page).press("Enter");
  return found(page, root);
}

export async function actors_are_found_by_any_name_in_any_script({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (const words of ["Ada Holm", "ada hol", "Ада Хольм", "Holmstrom", "Berg"])
    assert.equal((await ask(page, sites.findable, words))[0], "actors/ada-holm/", words);
  for (const words of ["Salih", "صالح", "al-Bahri"])
    assert.equal((await ask(page, sites.findable, words))[0], "actors/salih/", words);
  assert.ok((await ask(page, sites.findable, "外交部")).includes("actors/foreign-ministry/"));
}

export async function quotes_are_found_by_their_words_by_what_was_asked_and_by_their_speakers_names({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (const words of ["midsummer", "close the harbour", "Ада Хольм"])
    assert.ok((await ask(page, sites.findable, words)).includes(`${HARBOUR}#q-closing`), words);
  assert.ok((await ask(page, sites.findable, "ferries")).includes(`${HARBOUR}#q-ships`));
  const hit = page.locator(".hits li", { hasText: "No vessel leaves my quay" }).first();
  assert.match(await hit.innerText(), /^Quote, By 6 May 2019, Quayside Wire\s+“No vessel leaves my quay”\s+Sālih al-Bahri, harbour master$/);
}

export async function words_without_spaces_are_found_wherever_they_stand({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (const words of ["克制", "各方保持", "保持克制"])
    assert.deepEqual((await ask(page, sites.findable, words)).sort(), [STATEMENT, `${STATEMENT}#q-restraint`], words);
  assert.deepEqual(await page.locator(".hits mark").allInnerTexts(), ["保持克制", "保持克制"]);
  assert.deepEqual(await ask(page, sites.findable, "发言 关切"), [STATEMENT]);
  assert.deepEqual(await ask(page, sites.findable, "保持克制严重"), [STATEMENT], "only there stands all of it");
}

export async function a_search_is_narrowed_down_by_speaker_source_kind_and_year({ visit, sites }) {
  const page = await visit("findable", "search/");
  assert.deepEqual((await ask(page, sites.findable, "quay")).length, 4, "also what the Quayside Wire reports");
  const choose = async (label, value) => {
    await page.locator("#search [role=status]").evaluate((status) => { status.textContent = ""; });
    await page.getByLabel(label).selectOption(value);
    return found(page, sites.findable);
  };
  assert.deepEqual(await choose("Speaker", "Sālih al-Bahri"), [`${HARBOUR}#q-ships`, HARBOUR]);
  assert.deepEqual(await choose("Kind", "Briefing"), [HARBOUR]);
  assert.equal(new URL(page.url()).search, "?q=quay&kind=Briefing&speaker=S%C4%81lih+al-Bahri");
  await page.reload();
  assert.deepEqual(await found(page, sites.findable), [HARBOUR]);
  assert.equal(await page.getByLabel("Speaker").inputValue(), "Sālih al-Bahri");
  assert.deepEqual(await choose("Year", "2020"), []);
  assert.equal(await told(page), "Nothing found.");
  await page.getByLabel("Kind").selectOption("");
  await page.getByLabel("Speaker").selectOption("");
  await field(page).fill("");
  assert.deepEqual(await choose("Source", "Quayside Wire"), [STATEMENT, `${STATEMENT}#q-restraint`]);
}

export async function addresses_and_codes_of_languages_are_nothing_that_is_found({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (const words of ["zh", "gb", "actors"]) assert.deepEqual(await ask(page, sites.findable, words), [], words);
}

export async function drafts_and_the_unnamed_are_offered_nowhere({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (const words of ["secrets", "pilot", "docker of quay"])
    assert.ok((await ask(page, sites.findable, words)).every((address) => !/docker|never|secrets/.test(address)), words);
  const speakers = await page.getByLabel("Speaker").locator("option").allInnerTexts();
  assert.deepEqual(speakers, ["Anyone", "Ada Holm (3)", "Foreign Ministry (3)", "Sālih al-Bahri (3)"]);
}

export async function what_is_found_is_told_marked_and_never_taken_for_markup({ visit, sites }) {
  const page = await visit("findable", "search/");
  assert.deepEqual(await ask(page, sites.findable, "zeppelin"), []);
  assert.equal(await told(page), "Nothing found.");
  assert.deepEqual(await ask(page, sites.findable, "lighthouse"), [HARBOUR]);
  assert.equal(await told(page), "1 result");
  assert.match(await page.locator(".hits p:last-child").innerText(), /<b>Not bold<\/b> & plain: the lighthouse keeper/);
  assert.deepEqual(await page.locator(".hits mark").allInnerTexts(), ["lighthouse"]);
  assert.equal(await page.locator(".hits b").count(), 0);
  assert.ok((await ask(page, sites.findable, "paid")).includes(HARBOUR));
  assert.match(await page.locator(".hits").innerText(), /paid”\. <b>Not bold<\/b>/);
  assert.equal(await page.locator(".hits b").count(), 0);
  assert.equal(await page.locator(".hits script").count(), 0);
  for (const odd of ["<img src=x onerror=alert(1)>", "“", "*.(", "\\"])
    await ask(page, sites.findable, odd).catch((problem) => assert.fail(`${odd}: ${problem}`));
}

export async function the_index_comes_when_the_field_is_reached_or_the_address_asks({ visit, sites }) {
  const page = await visit("sample", "search/");
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(sites.sample, "")));
  await page.mouse.wheel(0, 200);
  const ofIndex = () => asked.filter((address) => address !== "icon.svg");
  assert.deepEqual(ofIndex(), []);
  await field(page).focus();
  await page.getByLabel("Kind").waitFor();
  assert.ok(asked.includes("pagefind/pagefind.js"));
  assert.ok(ofIndex().every((address) => address.startsWith("pagefind/")), asked.join(", "));
  const other = await visit("sample", "search/?q=Soleimani");
  const addresses = await found(other, sites.sample);
  assert.equal(await field(other).inputValue(), "Soleimani");
  assert.ok(addresses.includes("actors/qassem-soleimani/"));
  assert.equal(addresses.length, 10);
  assert.match(await told(other), /^1\d results$/);
  await other.getByRole("button", { name: "Show more" }).click();
  await other.waitForFunction(() => document.querySelectorAll(".hits li").length > 10);
  const focused = await other.evaluate(() => [...document.querySelectorAll(".hits h2 a")].indexOf(document.activeElement));
  assert.equal(focused, 10);
}

export async function a_keyboard_is_enough_and_a_hit_leads_to_the_quote({ visit, sites }) {
  const page = await visit("findable", "search/");
  for (let presses = 0; presses < 30 && !(await field(page).evaluate((here) => here === document.activeElement)); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.type("midsummer");
  assert.deepEqual(await found(page, sites.findable), [`${HARBOUR}#q-closing`, HARBOUR]);
  for (let presses = 0; presses < 12 && !(await links(page).first().evaluate((here) => here === document.activeElement)); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${sites.findable}${HARBOUR}#q-closing`);
  assert.match(await page.locator("#q-closing").innerText(), /midsummer/);
  await page.goBack();
  assert.deepEqual(await found(page, sites.findable), [`${HARBOUR}#q-closing`, HARBOUR]);
}

export async function without_javascript_the_page_says_so_and_leads_to_the_lists({ visit, sites }) {
  const page = await visit("findable", "search/", { on: "bare" });
  assert.match(await page.locator("#search").innerText(), /Search needs JavaScript\./);
  assert.ok(!(await page.getByLabel("Speaker").isVisible()));
  await field(page).fill("midsummer");
  await field(page).press("Enter");
  await page.waitForURL(`${sites.findable}search/?q=midsummer`);
  await page.getByRole("link", { name: "Quotes", exact: true }).last().click();
  await page.waitForURL(`${sites.findable}quotes/`);
}

export async function hits_hold_no_barrier_in_light_and_dark_and_fit_small_windows({ visit, sites }) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await visit("sample", "search/?q=Soleimani", { width: 320 });
  await found(page, sites.sample);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0].html}`), []);
  }
}
