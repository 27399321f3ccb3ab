import { EntenteError, fail } from '../../kernel/errors.js';
import type { Reading } from '../sources/source.js';

/** A larger file is no table that somebody made. */
export const mostBytes = 200_000_000;

/**
 * The text of a user's file: UTF-8 (with or without its mark), else Western European as Windows writes it. Says which.
 * Throws `world/own-not-text` for a spreadsheet, UTF-16 and what else is no text, and what `Reading.text` throws.
 */
export async function ownText(reading: Reading, file: string): Promise<{ text: string; encoding: string }> {
  const { text, encoding } = await decoded(reading, file);
  const refuse = (what: string, hint: string): never =>
    fail('world/own-not-text', `${what}: ${file}`, { at: { file }, hint });
  if (text.trim() === '') refuse('an empty file', 'expected a table: a line of names, and rows under it');
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('\u00d0\u00cf\u0011\u00e0'))
    refuse('a spreadsheet, not text', 'save the sheet as CSV (UTF-8), and add that');
  if (/^(ÿþ|þÿ)/.test(text)) refuse('text in UTF-16', 'save it as CSV in UTF-8');
  const control = /[^\P{Cc}\t\n\r\u0085]/u.exec(text);
  if (control) refuse('not text', `a control character stands in line ${lineOf(text, control.index)}`);
  return { text, encoding };
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\n|\r/).length;

async function decoded(reading: Reading, file: string): Promise<{ text: string; encoding: string }> {
  try {
    return { text: await reading.text(file, 'utf-8'), encoding: 'UTF-8' };
  } catch (error) {
    if (!(error instanceof EntenteError) || error.code !== 'world/source-unreadable') throw error;
    const text = await reading.text(file, 'latin-1');
    return { text: text.replace(/[\u0080-\u009f]/g, asWindows), encoding: 'Windows-1252' };
  }
}

/** What Windows puts where Latin-1 has control characters, from 0x80 on; a space where it has nothing either. (Decoders of that name differ between versions of Node.) */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function asWindows(character: string): string {
  const known = windows[character.charCodeAt(0) - 0x80]!;
  return known === ' ' ? character : known;
}
