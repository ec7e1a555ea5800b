// What a scene measures on a page: where things stand, and whether they meet.

/** The rectangle of an element in the window. */
export const box = (locator) =>
  locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** A computed property of an element. */
export const style = (locator, property) =>
  locator.evaluate((element, name) => getComputedStyle(element)[name], property);

/** Whether a rectangle lies whole inside the page's window. */
export async function isInWindow(page, { left, top, right, bottom }) {
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
  return left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5;
}

/** The last part of the page's address, from the number sign on. */
export const fragment = (page) => new URL(page.url()).hash;

/** A wait of so many milliseconds, where what is awaited is that nothing happens. */
export const pause = (page, milliseconds) => page.waitForTimeout(milliseconds);
