// Without JavaScript: every quote, speaker, source, note, filter and link works, and no word is missing.
import assert from "node:assert/strict";
import { KINDS } from "../reader.mjs";
import { box, fragment, isInWindow } from "../looks.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";

/** What can be read on a page, but for the theme button. Days out of sight count, laid out or not yet. */
const words = (page) =>
  page.evaluate(() => {
    for (const day of document.querySelectorAll(".day")) day.style.contentVisibility = "visible";
    return [...document.body.children]
      .map((part) => part.innerText.replace(document.querySelector("button.theme").innerText, ""))
      .join("\n")
      .replace(/\s+/g, " ");
  });

export async function every_kind_of_page_says_the_same_and_offers_nothing_that_is_dead({ visit, sites }) {
  const [bare, full] = [await visit("sample", "", { on: "bare" }), await visit("sample")];
  for (const address of KINDS) {
    for (const page of [bare, full]) await page.goto(sites.sample + address);
    const said = await words(bare);
    assert.ok(said.length > 200);
    assert.equal(said, await words(full), address);
    assert.equal(await bare.locator("button:visible, .card:visible").count(), 0, address);
    const policy = bare.locator("meta[http-equiv='Content-Security-Policy']");
    assert.match(await policy.getAttribute("content"), /^default-src 'none'/);
  }
}

export async function every_speaker_quote_and_source_is_one_step_away({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "bare" });
  await page.locator(".text a.actor").first().click();
  await page.waitForURL("**/actors/pmf/");
  await page.goBack();
  await page.locator("#q-letter > .tag").click();
  assert.equal(fragment(page), "#q-letter");
  await page.locator("#ref-2a > a").click();
  assert.equal(fragment(page), "#source-2");
  assert.ok(await isInWindow(page, await box(page.locator("#source-2"))));
  await page.locator("#r-denial a[href='#q-denial']").click();
  assert.equal(fragment(page), "#q-denial");
  await page.locator("#r-denial a[href^='#source-']").click();
  await page.locator("#source-1:target").waitFor();
  await page.locator("#source-2 a:text('About this source')").click();
  await page.waitForURL("**/sources/us-letter-2020-01-06/");
}

export async function captions_come_and_go_without_the_script({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "bare", width: 390, height: 800 });
  await page.locator("#q-open-war").hover();
  await page.locator("#q-open-war > .caption").waitFor();
  await page.mouse.move(1, 1);
  await page.locator("#q-open-war > .caption").waitFor({ state: "hidden" });
}
