// What the reader of these scenes watches on every page: that it keeps to its policy.
import assert from "node:assert/strict";

export async function a_script_that_is_not_ours_is_not_run({ visit, problems }) {
  const page = await visit("sample", "");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.caught = true";
    document.body.append(script);
    document.body.setAttribute("style", "color: red");
  });
  assert.equal(await page.evaluate(() => globalThis.caught), undefined);
  assert.equal(problems.size, 2, "the reader does not see what the policy forbids");
  problems.clear();
}
