// Turns pages round, from one direction of writing to the other, and says what does not mirror.
import { asked, open } from "./chromium.mjs";

const wish = await asked();
const browser = await open(wish);
const page = await browser.newPage();
const problems = [];
// A font that comes too late for a page is there for the next one.
await page.goto(wish.addresses[0], { waitUntil: "load" });
await page.evaluate(() => document.fonts.ready);
for (const address of wish.addresses) {
  await page.setViewportSize({ width: wish.width, height: 900 });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  for (const problem of await page.evaluate(unmirrored)) problems.push(`${address}: ${problem}`);
}
await browser.close();
process.stdout.write(JSON.stringify({ problems }));

/** The boxes that are not where a mirror would show them; runs in the page. */
function unmirrored() {
  const root = document.documentElement;
  // Boxes only: where words stand in a line is the script's business, not the layout's.
  const boxes = [...document.body.querySelectorAll("*")].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      (element.ownerSVGElement
        ? element.matches(".strip rect, .meter rect")
        : getComputedStyle(element).display !== "inline" && !element.closest("time, td, th")) &&
      !element.parentElement.closest("[dir]:not(html)"),
  );
  const places = () => boxes.map((element) => element.getBoundingClientRect());
  const arrows = () => boxes.map((element) => getComputedStyle(element, "::after").content);
  const [before, pointing] = [places(), arrows()];
  const turned = root.dir === "rtl" ? "ltr" : "rtl";
  root.dir = turned;
  const [after, back] = [places(), arrows()];
  const told = [];
  const named = (element) =>
    `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}”`;
  boxes.forEach((element, place) => {
    const [here, there] = [before[place], after[place]];
    if (Math.abs(here.width - there.width) > 2) return; // a line broke elsewhere
    if (Math.abs(here.left - (root.clientWidth - there.right)) > 3) told.push(`does not mirror: ${named(element)}`);
    if (/[→←]/.test(pointing[place]) && pointing[place] === back[place]) told.push(`points the same way: ${named(element)}`);
  });
  if (boxes.length < 20) told.push(`only ${boxes.length} boxes were compared`);
  return [...new Set(told)].slice(0, 12);
}
