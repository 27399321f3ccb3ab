import { relative } from 'node:path';

/** A path as a person would type it from here; in full where it lies elsewhere. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near || '.';
}
