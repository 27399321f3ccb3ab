/** Size of the letters of pictures, in pixels. */
export const textSize = 12;

const narrow = new Set("iljtfrI.,:;|!'()[]·1");
const wide = new Set('mwMW@%—−');

/** About how wide a text stands in a sans-serif face, in pixels; on the wide side, so that no label is cut where the face is a broad one. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const c of text)
    em += c === ' ' ? 0.32 : narrow.has(c) ? 0.4 : wide.has(c) ? 0.96 : /[A-Z]/.test(c) ? 0.7 : 0.62;
  return em * size;
}

/** The words of a text in lines that are no wider than `room`; a longer word has a line of its own. */
export function wrapText(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length === 0 ? [''] : lines;
}
