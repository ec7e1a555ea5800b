// Visits pages cold, with fonts that come late, and says how far their content was shifted.
import { asked, open } from "./chromium.mjs";

const wish = await asked();
const browser = await open(wish);
const page = await browser.newPage();
await page.route("**/*.woff2", async (route) => {
  await new Promise((resolve) => setTimeout(resolve, wish.delay));
  await route.continue();
});
await page.addInitScript(() => {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        globalThis.shifts.push({
          value: entry.value,
          of: entry.sources.map(({ node }) => node?.className || node?.parentElement?.className || node?.nodeName),
        });
  }).observe({ type: "layout-shift", buffered: true });
});
const visits = [];
for (const address of wish.addresses)
  for (const width of wish.widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(150);
    const shifts = await page.evaluate(() => globalThis.shifts);
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    visits.push({ address, width, shift: total, of: shifts.flatMap(({ of }) => of) });
  }
await browser.close();
process.stdout.write(JSON.stringify({ visits }));
