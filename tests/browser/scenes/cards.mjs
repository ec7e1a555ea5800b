// Actor cards: what a mention shows of its actor while it is pointed at.
import assert from "node:assert/strict";
import { box, isInWindow } from "../looks.mjs";
import { pass, stopped } from "../reader.mjs";

const BRIEFING = "briefings/militias-say-every-option-is-open/";
const OPEN = ".card:popover-open";

const mention = (page, id) => page.locator(`.text a[data-card="card-${id}"]`).first();
const opened = (page) => page.locator(OPEN).evaluateAll((cards) => cards.map((card) => card.id));

/** The page with its timers stopped, so that a scene has all the time it needs. */
const read = (visit, options) => visit("sample", BRIEFING, { before: stopped, ...options });

/** Points at a mention until its card stands there. */
async function point(page, id) {
  await mention(page, id).hover();
  await pass(page, 250);
  await page.locator(`#card-${id}:popover-open`).waitFor();
}

export async function a_card_opens_when_a_mention_is_pointed_at_for_a_while({ visit }) {
  const page = await read(visit);
  await mention(page, "pmf").hover();
  await pass(page, 200);
  assert.deepEqual(await opened(page), [], "a card opened at once");
  await pass(page, 50);
  assert.deepEqual(await opened(page), ["card-pmf"]);
}

export async function crossing_a_mention_on_the_way_opens_nothing({ visit }) {
  const page = await read(visit);
  await mention(page, "pmf").hover();
  await pass(page, 100);
  await page.locator("h1").hover();
  await pass(page, 160);
  assert.deepEqual(await opened(page), [], "the card of a mention that was left opens");
}

export async function a_card_stays_while_it_is_pointed_at_itself_and_goes_afterwards({ visit }) {
  const page = await read(visit);
  await point(page, "pmf");
  await page.locator("#card-pmf h3").hover();
  await pass(page, 1000);
  assert.deepEqual(await opened(page), ["card-pmf"], "the card went while it was pointed at");
  await page.locator("h1").hover();
  await pass(page, 100);
  assert.deepEqual(await opened(page), ["card-pmf"], "there is no time to come back");
  await pass(page, 100);
  assert.deepEqual(await opened(page), []);
}

export async function one_card_is_open_at_a_time({ visit }) {
  const page = await read(visit);
  await point(page, "donald-trump");
  await point(page, "pmf");
  assert.deepEqual(await opened(page), ["card-pmf"]);
}

export async function esc_closes_a_card_and_keeps_one_from_opening({ visit }) {
  const page = await read(visit);
  await point(page, "pmf");
  await page.keyboard.press("Escape");
  assert.deepEqual(await opened(page), []);
  await mention(page, "donald-trump").hover();
  await page.keyboard.press("Escape");
  await pass(page, 1000);
  assert.deepEqual(await opened(page), [], "a card opened after Esc");
}

export async function every_card_tells_of_the_actor_to_whose_page_its_mention_leads({ visit }) {
  const page = await visit("sample", BRIEFING);
  const told = await page.locator("a[data-card]").evaluateAll((links) =>
    links.map((link) => {
      const card = document.getElementById(link.dataset.card);
      const speakers = [...document.querySelectorAll(".speaker")].filter((group) =>
        [...group.querySelectorAll("h3 a")].some((name) => name.href === link.href),
      );
      return {
        name: card.querySelector("h3").textContent,
        label: card.ariaLabel,
        leads: link.href,
        more: card.querySelector("a.more").href,
        counted: Number(card.querySelector(".counts dd").textContent),
        quotes: speakers.flatMap((group) => [...group.querySelectorAll(".record")]).length,
      };
    }),
  );
  assert.ok(told.some(({ quotes }) => quotes > 1));
  for (const { name, label, leads, more, counted, quotes } of told) {
    assert.equal(more, leads, `the card of ${name} leads elsewhere than its mention`);
    assert.equal(label, name);
    assert.equal(counted, quotes, `the quotes here on the card of ${name}`);
  }
}

export async function a_click_on_a_mention_and_on_its_card_leads_to_the_actor({ visit }) {
  const page = await read(visit);
  await mention(page, "adel-abdul-mahdi").click();
  await page.waitForURL("**/actors/adel-abdul-mahdi/");
  assert.match(await page.locator("h1").innerText(), /Adel Abdul-Mahdi/);
  await page.goBack();
  await point(page, "pmf");
  await page.locator("#card-pmf a.more").click();
  await page.waitForURL("**/actors/pmf/");
  assert.match(await page.locator("h1").innerText(), /Popular Mobilisation Forces/);
}

/** Wherever a mention stands in the window, its card stands beside it and whole in the window. */
async function holds(page, width) {
  const found = await page.evaluate(async () => {
    const gap = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom, 0);
    const places = [];
    for (const link of document.querySelectorAll(".text a[data-card]")) {
      for (const block of ["start", "center", "end"]) {
        link.scrollIntoView({ block, behavior: "instant" });
        const card = document.getElementById(link.dataset.card);
        card.showPopover({ source: link });
        const a = card.getBoundingClientRect();
        places.push({
          name: `${link.textContent} at the ${block}`,
          inside: a.left >= 0 && a.top >= 0 && a.right <= innerWidth && a.bottom <= innerHeight,
          gap: gap(a, link.getBoundingClientRect()),
          covers: [...link.getClientRects()].some((line) => gap(a, line) === 0),
          at: [a.left, a.top, a.right, a.bottom].map(Math.round).join(" "),
        });
        card.hidePopover();
      }
    }
    return places;
  });
  assert.ok(found.length > 30);
  const bad = found.filter(({ inside, gap, covers }) => !inside || gap > 12 || covers);
  assert.deepEqual(bad, [], `at ${width} px`);
}

export async function a_card_stands_beside_its_mention_and_inside_every_window({ visit }) {
  const page = await visit("sample", BRIEFING);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await holds(page, width);
  }
}

export async function a_card_turns_up_where_there_is_no_room_below({ visit }) {
  const page = await read(visit, { width: 390, height: 700 });
  const link = mention(page, "mathew-tueller");
  await link.evaluate((element) => element.scrollIntoView({ block: "end" }));
  await point(page, "mathew-tueller");
  const card = await box(page.locator(OPEN));
  assert.ok(await isInWindow(page, card), `the card stands at ${JSON.stringify(card)}`);
  assert.ok(card.bottom <= (await box(link)).top + 1, "there was no room below, and it is not above");
}

export async function on_a_phone_the_first_tap_opens_the_card_and_the_second_follows_the_link({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "phone" });
  const here = page.url();
  await mention(page, "pmf").tap();
  await page.locator("#card-pmf:popover-open").waitFor();
  assert.equal(page.url(), here);
  assert.ok(await isInWindow(page, await box(page.locator(OPEN))));
  await mention(page, "donald-trump").tap();
  await page.locator("#card-donald-trump:popover-open").waitFor();
  assert.deepEqual(await opened(page), ["card-donald-trump"]);
  assert.equal(page.url(), here, "the first tap on another mention left the page");
  await mention(page, "donald-trump").tap();
  await page.waitForURL("**/actors/donald-trump/");
}

export async function on_a_phone_a_tap_beside_a_card_closes_it_and_its_link_is_followed({ visit }) {
  const page = await visit("sample", BRIEFING, { on: "phone" });
  await mention(page, "pmf").tap();
  await page.locator("#card-pmf:popover-open").waitFor();
  await page.touchscreen.tap(20, 20);
  await page.locator("#card-pmf").waitFor({ state: "hidden" });
  await mention(page, "pmf").tap();
  await page.locator("#card-pmf a.more").tap();
  await page.waitForURL("**/actors/pmf/");
}
