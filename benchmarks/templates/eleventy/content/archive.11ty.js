import { rows } from "../_includes/pieces.mjs";

export const data = { layout: "base.11ty.js", title: "Briefings", permalink: "/briefings/" };

export const render = ({ collections, title }) => `<h1>${title}</h1>${rows(collections.newest)}`;
