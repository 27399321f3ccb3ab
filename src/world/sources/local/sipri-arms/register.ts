import { fail } from '../../../../kernel/errors.js';

const header =
  'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons';
export const registerFields = 16;

/** A deal of the register: its line in the file, and its fields as printed. */
export interface Deal {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads SIPRI’s register of transfers of major arms as its website writes it: lines of explanation, one header, one
 * deal a line without quotes. A few deals are broken over a line end inside the comments and are put together again.
 * Throws `world/source-changed` (no such header), `world/source-unreadable` (a line that is no deal).
 */
export function parseRegister(text: string, file: string): readonly Deal[] {
  const lines = text.split(/\r?\n/);
  const top = lines.indexOf(header);
  if (!(lines[0] ?? '').startsWith('Transfers of major conventional arms') || top < 0) {
    fail('world/source-changed', `not a register of arms transfers of SIPRI: ${file}`, {
      at: { file, line: 1 },
      hint: 'export the whole trade register as CSV, all suppliers and recipients',
    });
  }
  const deals: Deal[] = [];
  for (let i = top + 1; i < lines.length; i += 1) {
    if (lines[i] === '' && i === lines.length - 1) break;
    const line = i + 1;
    let fields = (lines[i] ?? '').split(',');
    while (fields.length < registerFields && i + 1 < lines.length && lines[i + 1] !== '') {
      i += 1;
      fields = `${fields.join(',')} ${lines[i]}`.split(',');
    }
    if (fields.length !== registerFields || fields.some((f) => f.includes('"'))) {
      fail('world/source-unreadable', `a deal has ${fields.length} fields, not ${registerFields}`, {
        at: { file, line },
        hint: 'is the file complete?',
      });
    }
    deals.push({ line, fields });
  }
  return deals;
}
