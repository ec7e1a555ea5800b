import { escaped } from "../_includes/pieces.mjs";

export const data = { layout: "base.11ty.js", title: "Topics", permalink: "/topics/" };

export const render = ({ collections, records, title }) => `<h1>${title}</h1><ul>${collections.topicPages
  .map((one) => `<li><a href="/topics/${one.id}/">${escaped(one.id)}</a> (${one.briefings.length})</li>`)
  .join("\n")}</ul>`;
