// Opens each page as a reader who was never here, and says what it loaded and what was complained of.
import { asked, openForStrangers, stay } from "./chromium.mjs";

/** In the page, before anything else of it: notes what the policy blocks. */
function watch() {
  globalThis.blocked = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
    globalThis.blocked.push(`${violatedDirective} blocks ${blockedURI} ${sourceFile}`),
  );
}

/** In the page, when it has come to rest. */
async function tell() {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  const button = document.querySelector("button.theme");
  return {
    blocked: globalThis.blocked,
    faces: [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
    is_scripted: button !== null && !button.hidden,
  };
}

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: wish.viewport });
  const page = await context.newPage();
  const complaints = [];
  const answers = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("response", (answer) => answers.push(answer));
  await page.addInitScript(watch);
  await stay(page, address);
  const told = await page.evaluate(tell);
  const requests = [];
  for (const answer of answers) {
    const request = answer.request();
    if (request.isNavigationRequest() && answer.url() !== address) continue; // kept from going on
    const { responseBodySize: size } = await request.sizes();
    requests.push({ address: answer.url(), status: answer.status(), size });
  }
  await context.close();
  return { address, complaints, requests, ...told };
}

const wish = await asked();
const browser = await openForStrangers(wish);
const visits = [];
for (const address of wish.addresses) visits.push(await visit(browser, address));
await browser.close();
process.stdout.write(JSON.stringify({ visits }));
