import { feed } from "../_includes/pieces.mjs";

export const data = {
  pagination: { data: "collections.actorPages", size: 1, alias: "actor" },
  permalink: ({ actor }) => `/actors/${actor.id}/feed.xml`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ actor, records }) =>
  feed(records.actors[actor.id].name, `/actors/${actor.id}/`, actor.briefings);
