/**
 * Which votes of the General Assembly are on the war over Ukraine, as SQL over `un_resolutions`: those of the eleventh
 * emergency special session (from 28 February 2022), and texts whose title or agenda item names Ukraine, Crimea or
 * Sevastopol. Texts on other things that mention the war in a paragraph are not among them. In sessions from 1992 on
 * that is A/RES/68/262 (2014) and every year’s texts on Crimea since 2016; the list stands in the test. Votes that the
 * Library does not hold (paragraphs, failed texts) have neither title nor agenda item, and count as on something else.
 */
export const onUkraine = `(session = 'ES-11' OR regexp_matches(lower(concat_ws(' ', title, agenda)), 'ukrain|crimea|sevastopol'))`;
