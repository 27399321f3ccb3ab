import type { Argument } from '../claims/claim.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2021-11-27` as `27 November 2021`, `2021-05` as `May 2021`; what is no such date stays as it is. */
export function showDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name ? `${day === undefined ? '' : `${Number(day)} `}${name} ${year}` : iso;
}

/** Who, where and when: `Wu Zurong, China-US Focus, 24 March 2021`; an outlet that its author names, or is, once. */
export function byline({
  author,
  outlet,
  published,
}: Pick<Argument, 'author' | 'outlet' | 'published'>): string {
  const who = author.endsWith(outlet) ? [author] : [author, outlet];
  return [...who, ...(published === undefined ? [] : [showDay(published)])].join(', ');
}
