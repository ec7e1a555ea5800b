// The theme: the system's until the reader chooses one, and from then on the reader's.
import assert from "node:assert/strict";

const LIGHT = { colorScheme: "light" };
const DARK = { colorScheme: "dark" };
const button = (page) => page.locator("button.theme");

/** Whether the page is dark: its paper is darker than its ink. */
const isDark = (page) =>
  page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    const light = (text) => text.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    return light(backgroundColor) < light(color);
  });

export async function the_button_is_hidden_without_the_script({ visit }) {
  const page = await visit("sample", "", { on: "bare", media: DARK });
  assert.ok(!(await button(page).isVisible()));
  assert.ok(await isDark(page), "the system's theme needs no script");
}

export async function the_page_follows_the_system_until_a_theme_is_chosen({ visit }) {
  const page = await visit("sample", "", { fresh: true, media: DARK });
  assert.ok(await isDark(page));
  assert.equal(await button(page).innerText(), "Light theme");
  await page.emulateMedia(LIGHT);
  assert.ok(!(await isDark(page)));
  await page.locator("button.theme:text-is('Dark theme')").waitFor();
  await button(page).click();
  assert.ok(await isDark(page));
  await page.emulateMedia(DARK);
  await page.emulateMedia(LIGHT);
  assert.ok(await isDark(page), "the system overrules the reader");
}

export async function the_button_changes_the_theme_to_and_fro({ visit }) {
  const page = await visit("sample", "", { fresh: true, media: LIGHT });
  assert.equal(await button(page).innerText(), "Dark theme");
  await button(page).click();
  assert.ok(await isDark(page));
  assert.equal(await button(page).innerText(), "Light theme");
  await button(page).focus();
  await page.keyboard.press("Enter");
  assert.ok(!(await isDark(page)));
  assert.equal(await button(page).innerText(), "Dark theme");
}

export async function a_chosen_theme_is_remembered_on_the_next_page_from_its_first_frame({ visit, beside }) {
  const page = await visit("sample", "", { fresh: true, media: LIGHT });
  await button(page).click();
  await page.addInitScript(() => {
    globalThis.frames_seen = [];
    const look = () => {
      if (document.body) frames_seen.push(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // On a slow line the script comes late; nothing may be painted before it.
  await page.route("**/site.js", async (route) => {
    await new Promise((done) => setTimeout(done, 250));
    await route.continue();
  });
  await page.locator(".masthead nav a").first().click();
  await page.waitForURL("**/briefings/");
  await page.waitForLoadState("load");
  assert.ok(await isDark(page));
  await page.waitForFunction(() => frames_seen.length > 2);
  const seen = new Set(await page.evaluate(() => frames_seen));
  assert.equal(seen.size, 1, `the page was painted ${[...seen].join(", then ")}`);
  const other = await beside(page, page.url());
  assert.ok(await isDark(other), "another tab does not know");
}

export async function a_private_window_has_the_button_and_forgets({ visit }) {
  const forgetful = () =>
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  const page = await visit("sample", "", { fresh: true, media: LIGHT, before: forgetful });
  await button(page).click();
  assert.ok(await isDark(page));
  await page.reload();
  assert.ok(!(await isDark(page)));
}
