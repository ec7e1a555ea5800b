import { escaped } from "../_includes/pieces.mjs";

export const data = { layout: "base.11ty.js", title: "Sources", permalink: "/sources/" };

export const render = ({ collections, records, title }) => `<h1>${title}</h1><ul>${collections.sourcePages
  .map((one) => `<li><a href="/sources/${one.id}/">${escaped(records.sources[one.id].title)}</a> (${one.briefings.length})</li>`)
  .join("\n")}</ul>`;
