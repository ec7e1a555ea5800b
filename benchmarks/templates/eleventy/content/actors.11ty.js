import { escaped } from "../_includes/pieces.mjs";

export const data = { layout: "base.11ty.js", title: "Actors", permalink: "/actors/" };

export const render = ({ collections, records, title }) => `<h1>${title}</h1><ul>${collections.actorPages
  .map((one) => `<li><a href="/actors/${one.id}/">${escaped(records.actors[one.id].name)}</a> (${one.briefings.length})</li>`)
  .join("\n")}</ul>`;
