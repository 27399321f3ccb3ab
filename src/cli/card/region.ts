/**
 * Parts of the world by COW number: the Correlates of War project gave numbers by region (2–199 the Americas, 200–399
 * Europe with Russia and the Caucasus, 400–599 Africa south of the Sahara, 600–699 North Africa and the Middle East
 * with Turkey and Iran, 700–899 Asia from Afghanistan on, 900–999 Oceania with Australia).
 */
export const regions = [
  { name: 'Americas', upTo: 199 },
  { name: 'Europe', upTo: 399 },
  { name: 'Africa', upTo: 599 },
  { name: 'Middle East', upTo: 699 },
  { name: 'Asia', upTo: 899 },
  { name: 'Oceania', upTo: 999 },
] as const;

export type Region = (typeof regions)[number]['name'];

/** The region of a state; undefined for a number that COW gives to none. */
export const regionOf = (ccode: number): Region | undefined =>
  ccode > 0 ? regions.find(({ upTo }) => ccode <= upTo)?.name : undefined;
