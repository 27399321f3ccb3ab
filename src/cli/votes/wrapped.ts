/** Columns of a terminal that nobody has widened. */
export const terminal = 80;

/** A label and a text under it, on lines of at most 80 columns. */
export function labelled(label: string, text: string, indent = 15): string {
  return wrapped(text, terminal - indent)
    .map((line, i) => `${(i === 0 ? label : '').padEnd(indent)}${line}`.trimEnd())
    .join('\n');
}

/** The lines of a text, broken between words; a longer word has a line to itself. */
export function wrapped(text: string, width = terminal): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && [...last].length + 1 + [...word].length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text cut to a width, with a mark where something is missing. */
export const cut = (text: string, width: number): string =>
  [...text].length <= width
    ? text
    : `${[...text]
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
