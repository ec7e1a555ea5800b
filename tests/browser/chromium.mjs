// Starts the machine's own Chromium, quiet: on a closed network its calls home would hang it.
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own, and flags besides ours; the caller closes it. */
export function open({ chromium: executablePath, profile }, flags = []) {
  return chromium.launchPersistentContext(profile, { executablePath, args: [...FLAGS, ...flags] });
}

/** A browser whose contexts each know nothing, like a reader who was never here. */
export function openForStrangers({ chromium: executablePath }) {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens a page and stays there, also where it would send its reader on. */
export async function stay(page, address) {
  await page.unrouteAll();
  await page.route("**/*", (route) => {
    const request = route.request();
    if (request.isNavigationRequest() && request.url() !== address) return route.fulfill({ status: 204 });
    return route.continue();
  });
  await page.goto(address, { waitUntil: "load" });
}

/** What a script was asked, from its standard input. */
export async function asked() {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return JSON.parse(text);
}
