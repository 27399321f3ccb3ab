/** Words that Stata keeps for itself. */
const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with'.split(' '),
);

const longest = 32;

/**
 * Names that Stata takes for variables, in the order given: letters, digits and underscores, no digit first, at most
 * 32 characters, none of Stata’s own words, no two alike. A name that already is so stays as it is.
 */
export function stataNames(names: readonly string[]): string[] {
  const taken = new Set(names.filter(isName));
  return names.map((name) => {
    if (isName(name)) return name;
    const base = cut(spelt(name), longest);
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : `_${n}`;
      const candidate = cut(base, longest - tail.length) + tail;
      if (taken.has(candidate) || isReserved(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  });
}

const isReserved = (name: string): boolean => reserved.has(name) || /^str\d+$/.test(name);

const isName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && [...name].length <= longest && !isReserved(name);

function spelt(name: string): string {
  const clean = name.normalize('NFC').replace(/[^\p{L}\p{N}_]/gu, '_');
  const begun = /^[\p{L}_]/u.test(clean) ? clean : `_${clean}`;
  return isReserved(begun) ? `${begun}_` : begun;
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join('');
