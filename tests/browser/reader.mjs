// A reader of the served sites, for scenes: opens pages on a device of its own and watches them.
//
// What a page must never do is watched on every page that a scene opens: complain on the console,
// break its own policy, ask another origin for anything, or load what is not there.

const DEVICES = {
  desk: {},
  phone: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
  bare: { javaScriptEnabled: false },
  /** For pictures, which are shown smaller than they are. */
  sharp: { deviceScaleFactor: 1.5, viewport: { width: 1120, height: 720 } },
};
/** Below the root of the sample, one address for every kind of page. */
export const KINDS = [
  "",
  "briefings/",
  "briefings/militias-say-every-option-is-open/",
  "actors/",
  "actors/jawad-al-telbawi/",
  "quotes/",
  "sources/",
  "sources/us-letter-2020-01-06/",
  "topics/",
  "topics/iran/",
  "timeline/",
  "corrections/",
  "about/",
  "404.html",
];

const DESK = { width: 1440, height: 900 };

/** For `before`: the page's timers stand still, and `pass` alone lets their time go by. */
export function stopped() {
  const waiting = new Map();
  let now = 0;
  let number = 0;
  globalThis.setTimeout = (run, after = 0) => {
    number += 1;
    waiting.set(number, { run, at: now + after });
    return number;
  };
  globalThis.clearTimeout = (id) => waiting.delete(id);
  globalThis.passTime = (milliseconds) => {
    now += milliseconds;
    for (const [id, { run, at }] of waiting)
      if (at <= now) {
        waiting.delete(id);
        run();
      }
  };
}

/** Lets so many milliseconds go by on a page whose timers are stopped. */
export const pass = (page, milliseconds) => page.evaluate((time) => passTime(time), milliseconds);

/** A reader for one scene; `folders` are those of sites that it may write to, `contexts` holds the devices that earlier readers have opened. */
export function reader(browser, { sites, folders = {} }, contexts) {
  const problems = new Set();
  const opened = [];
  const own = [];

  const watch = (page) => {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()))
        problems.add(`${page.url()}: the console says: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.add(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      const address = request.url();
      if (!Object.values(sites).some((root) => address.startsWith(root)))
        problems.add(`${page.url()}: asked for ${address}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) problems.add(`${response.status()} for ${response.url()}`);
    });
  };

  /** What a device remembers, such as a theme, is forgotten after the scene where it is `fresh`. */
  const device = async (name, fresh) => {
    const options = { reducedMotion: "reduce", viewport: DESK, ...DEVICES[name] };
    if (fresh) {
      own.push(await browser.newContext(options));
      return own.at(-1);
    }
    contexts[name] ??= await browser.newContext(options);
    return contexts[name];
  };

  return {
    sites,
    folders,
    problems,

    /** Opens an address of a site ("sample", "crowd") at a width of the window.
     *
     *  `before` runs in the page before its own script; `media` is what Playwright emulates,
     *  such as { colorScheme: "dark" }. Nothing moves unless `media` allows it. */
    async visit(site, address = "", options = {}) {
      const { on = "desk", fresh = false, width, height, media, before, allowed } = options;
      const context = await device(on, fresh);
      if (allowed) await context.grantPermissions(allowed, { origin: new URL(sites[site]).origin });
      const page = await context.newPage();
      opened.push(page);
      page.setDefaultTimeout(10_000);
      watch(page);
      if (width) await page.setViewportSize({ width, height: height ?? DESK.height });
      if (media) await page.emulateMedia(media);
      if (before) await page.addInitScript(before);
      await page.goto(sites[site] + address, { waitUntil: "load" });
      return page;
    },

    /** Another page on the device of a page, as a new tab. */
    async beside(page, address) {
      const other = await page.context().newPage();
      opened.push(other);
      watch(other);
      await other.goto(address, { waitUntil: "load" });
      return other;
    },

    async leave() {
      for (const page of opened) await page.close();
      for (const context of own) await context.close();
    },
  };
}
