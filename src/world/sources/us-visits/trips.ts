import { fail } from '../../../kernel/errors.js';

/** One stay of an American president or secretary of state in one country. */
export interface Trip {
  readonly id: number;
  readonly role: 'president' | 'secretary';
  readonly who: string;
  readonly name: string;
  readonly begins: string;
  readonly ends: string;
  readonly countryId: string;
  readonly country: string;
  readonly places: string;
  readonly remarks: string;
}

const element = (name: string): string => `\\s*(?:<${name}>([^<>&]*)</${name}>|<${name}/>)`;

/** The schema of the files, word for word: elements in this order, no markup inside, no entities. */
const trip = new RegExp(
  `\\s*<trip role="(president|secretary)" who="([a-z-]+)">${element('id')}${element('role')}${element('name')}${element('start-date')}${element('end-date')}\\s*<country id="([a-z-]+)">([^<>&]*)</country>${element('locale')}${element('remarks')}${element('created-by')}${element('created-datetime')}${element('last-modified-by')}${element('last-modified-datetime')}\\s*</trip>`,
  'uy',
);
const opening = /^\uFEFF?<\?xml version="1\.0" encoding="UTF-8"\?>\s*<trips>/;
const closing = /\s*<\/trips>\s*$/uy;
const day = /^\d{4}-\d{2}-\d{2}$/;

const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/**
 * Reads one file of the Office of the Historian’s travels. It is not an XML parser: it knows this one format, and
 * anything else, an entity, a comment, an element out of order, stops it at its line (`world/source-unreadable`).
 */
export function parseTrips(text: string, file: string): readonly Trip[] {
  /** The line of what stands next after the white space at an offset. */
  const at = (offset: number) => {
    const next = offset + (/^\s*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
    return { file, line: text.slice(0, next).split('\n').length };
  };
  const begin = opening.exec(text);
  if (!begin) return fail('world/source-unreadable', 'not a file of trips', { at: at(0) });
  const trips: Trip[] = [];
  let offset = begin[0].length;
  for (;;) {
    trip.lastIndex = offset;
    const found = trip.exec(text);
    if (!found) break;
    const begins = offset;
    trips.push(tripOf(found, () => at(begins)));
    offset = trip.lastIndex;
  }
  closing.lastIndex = offset;
  if (trips.length === 0 || !closing.test(text)) {
    fail('world/source-unreadable', 'a trip is not written as expected', {
      at: at(offset),
      hint: `read ${trips.length} trips before it`,
    });
  }
  return trips;
}

function tripOf(found: RegExpExecArray, at: () => { file: string; line: number }): Trip {
  const [, role, who, id, named, name, begins, ends, countryId, country, places, remarks] = found;
  const wrong = (what: string): never => fail('world/source-unreadable', what, { at: at() });
  if (named !== role) wrong(`a trip of a ${role} is also one of a ${named}`);
  if (!/^\d+$/.test(id ?? '')) wrong(`a trip has no number: ${id}`);
  if (!day.test(begins ?? '') || !day.test(ends ?? '') || begins! > ends!)
    wrong(`not the days of a trip: ${begins} to ${ends}`);
  return {
    id: Number(id),
    role: role as Trip['role'],
    who: who!,
    name: plain(name),
    begins: begins!,
    ends: ends!,
    countryId: countryId!,
    country: plain(country),
    places: plain(places),
    remarks: plain(remarks),
  };
}
