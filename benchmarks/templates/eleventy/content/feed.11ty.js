import { SITE, feed } from "../_includes/pieces.mjs";

export const data = { permalink: "/feed.xml", eleventyExcludeFromCollections: true, eleventyImport: { collections: ["newest"] } };

export const render = ({ collections }) => feed(SITE, "/", collections.newest);
