// Takes pictures of pages: at each width in light and dark, without script, and as paper.
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asked, open } from "./chromium.mjs";

// No picture can be higher; of longer pages the beginning is shown.
const HIGHEST = 15_000;

const wish = await asked();
const browser = await open(wish);
const page = await browser.newPage();
const debuggee = await browser.newCDPSession(page);
const taken = [];

/** Where a picture goes; its folder is made. */
async function place(name) {
  const path = join(wish.folder, name);
  await mkdir(dirname(path), { recursive: true });
  taken.push(name);
  return path;
}

/** Opens a page at a width, complete with its fonts, in a window as high as the page. */
async function show(address, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  // What lies below the window would stay blank, and its height a guess, until it is scrolled to.
  for (let height = 0, wanted = 900, turn = 0; wanted !== height && turn < 5; turn += 1) {
    height = wanted;
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(100);
    wanted = Math.min(await page.evaluate(bottom), HIGHEST);
  }
}

const bottom = () => Math.ceil(document.body.getBoundingClientRect().bottom);
const picture = async (name) => page.screenshot({ path: await place(name) });

// A font that comes too late for a page is there for the next one.
await page.goto(wish.pages[0].address, { waitUntil: "load" });
await page.evaluate(() => document.fonts.ready);
for (const { name, address } of wish.pages) {
  for (const width of wish.widths) {
    await show(address, width);
    for (const colorScheme of wish.schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await picture(`${name}-${width}-${colorScheme}.png`);
    }
  }
  if (wish.bare) {
    await debuggee.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await show(address, wish.widths[0]);
    await picture(`${name}-${wish.widths[0]}-no-script.png`);
    await debuggee.send("Emulation.setScriptExecutionDisabled", { value: false });
  }
  if (wish.paper) {
    await page.goto(address, { waitUntil: "load" });
    await page.pdf({ path: await place(`${name}-print.pdf`), preferCSSPageSize: true });
  }
}
await browser.close();
process.stdout.write(JSON.stringify({ taken }));
