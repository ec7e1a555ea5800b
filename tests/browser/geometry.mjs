// Lays pages out at many widths and says what sticks out, is cut off, overlaps or is too small.
import { asked, open } from "./chromium.mjs";

const wish = await asked();
// A reader's larger text is a larger default: all that is in rem and em grows, the window does not.
const browser = await open(wish, [`--blink-settings=defaultFontSize=${wish.text ?? 16}`]);
const page = await browser.newPage();
const problems = [];
if (wish.paper) await page.emulateMedia({ media: "print" });
// A font that comes too late for a page is there for the next one.
await page.goto(wish.addresses[0], { waitUntil: "load" });
await page.evaluate(() => document.fonts.ready);
for (const address of wish.addresses) {
  await page.setViewportSize({ width: wish.widths[0], height: 900 });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What lies below the window is laid out as well.
    for (const later of document.querySelectorAll(".day")) later.style.contentVisibility = "visible";
  });
  for (const width of wish.widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const problem of await page.evaluate(misfits, wish.paper)) problems.push(`${address} at ${width}: ${problem}`);
  }
}
await browser.close();
process.stdout.write(JSON.stringify({ problems }));

/** What is wrong with the page as it is laid out now; runs in the page. */
function misfits(isPaper) {
  const told = [];
  for (const movement of document.getAnimations()) movement.finish();
  const window_ = document.documentElement.clientWidth;
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const named = (element) => {
    const css = typeof element.className === "string" ? element.className : element.className.baseVal;
    const says = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${css ? ` class="${css}"` : ""}> “${says}”`;
  };
  const isShown = (element) =>
    !element.closest(".unseen, .skip") && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const scroller = (element) => element.closest("pre, table");
  const room = isPaper ? 16 : 1; // paper has a margin of its own
  const isOut = ({ left, right }) => left < -room || right > window_ + room;

  const sideways = document.scrollingElement.scrollWidth - window_;
  if (sideways >= room) told.push(`the page scrolls sideways by ${sideways} pixels`);

  for (const element of document.body.querySelectorAll("*")) {
    if (element.ownerSVGElement || !isShown(element)) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const inner = scroller(element.parentElement);
    if (isOut(box) && !inner) told.push(`sticks out: ${named(element)}`);
    const { overflowX } = getComputedStyle(element);
    const isFull = element.scrollWidth > element.clientWidth + 1;
    if (["hidden", "clip"].includes(overflowX) && isFull) told.push(`is cut off: ${named(element)}`);
    if (["auto", "scroll"].includes(overflowX) && isFull && (isPaper || scroller(element) !== element))
      told.push(`has to be scrolled: ${named(element)}`);
  }

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || holder.closest("title, script") || !isShown(holder)) continue;
    const drawing = holder.ownerSVGElement;
    const scale = drawing ? Math.abs(drawing.getScreenCTM().d) : 1;
    const size = (parseFloat(getComputedStyle(holder).fontSize) * scale) / root;
    const least = holder.closest(".counts dt") ? 12 : holder.closest(".tag, .ref, .noteref, .notes .no, sup, sub") ? 9 : 13;
    if (size < least - 0.05 && !isPaper) told.push(`is ${size.toFixed(1)} pixels small: ${named(holder)}`);
    const range = document.createRange();
    range.selectNodeContents(text);
    const frame = scroller(holder)?.getBoundingClientRect();
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1 || (frame && (right > frame.right || left < frame.left))) continue;
      if (isOut({ left, right })) told.push(`text sticks out: ${named(holder)}`);
      // The middle of the line: what lies above small letters and below them may touch.
      lines.push({ left, right, top: top + (bottom - top) * 0.3, bottom: bottom - (bottom - top) * 0.3, text });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
      const other = lines[next];
      const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (shared > 1.5 && one.text !== other.text)
        told.push(`text overlaps: ${named(one.text.parentElement)} and ${named(other.text.parentElement)}`);
    }
  });

  // The rail stays in the window while the text goes by.
  for (const rail of document.querySelectorAll(".rail")) {
    const { left, right } = rail.getBoundingClientRect();
    for (const aside of document.querySelectorAll(".caption, .note")) {
      const box = aside.getBoundingClientRect();
      if (isShown(aside) && box.left < right && box.right > left) told.push(`stands in the rail: ${named(aside)}`);
    }
  }

  const measure = 37 * 16 * root + 1;
  for (const prose of document.querySelectorAll(".text > p, .text > :is(ul, ol) > li"))
    if (prose.getBoundingClientRect().width > measure) told.push(`is wider than the measure: ${named(prose)}`);

  for (const quote of document.querySelectorAll(".text .quote")) {
    const own = lines.filter(({ text }) => quote.contains(text) && !text.parentElement.closest(".tag, .caption"));
    for (const tint of quote.getClientRects()) {
      const middle = (tint.top + tint.bottom) / 2;
      if (!own.some((line) => line.top < middle && line.bottom > middle && line.right > tint.left && line.left < tint.right))
        told.push(`a tint without words: ${named(quote)}`);
    }
  }
  return [...new Set(told)].slice(0, 12);
}
