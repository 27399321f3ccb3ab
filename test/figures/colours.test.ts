import { describe, expect, it } from 'vitest';
import { style } from '../../src/brief/style.js';
import { paint, poleFill, rolePaint, shareFill } from '../../src/figures/paint.js';

/** The custom properties of a theme, as the page sets them. */
const theme = (start: string): Readonly<Record<string, string>> => {
  const block = style.slice(style.indexOf(start)).match(/:root\{([^}]*)\}/)![1]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+):(#[\da-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
};
const themes = { light: theme(':root'), dark: theme('@media (prefers-color-scheme:dark)') };

type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2.2: (L + 0.05) / (l + 0.05). */
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

// Machado, Oliveira & Fernandes 2009, IEEE Transactions on Visualization and Computer Graphics 15: 1291–1298, at
// severity 1; the last is what a grey printer leaves.
const sights: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* of a linear colour, D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, sight: string): number {
  const seen = (hex: string): Rgb => {
    const c = linear(hex);
    const shown = sights[sight]!.map((row) =>
      Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2])),
    );
    return lab(shown as unknown as Rgb);
  };
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (name) => {
  const of = themes[name];

  it('let all words be read: contrast 4.5 and more on paper and in boxes', () => {
    for (const word of ['ink', 'muted', 'link', 'for', 'against', 'divided', 'open'])
      for (const ground of ['paper', 'shade'])
        expect(contrast(of[word]!, of[ground]!), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const series of Object.keys(of).filter((k) => /^(main|comparison|context)/.test(k)))
      expect(contrast(of[series]!, of['paper']!), series).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(sights))(
    'tell for from against, and the main series from the others, in %s sight',
    (sight) => {
      const pairs = [
        ['for', 'against'],
        ['for', 'open-fill'],
        ['against', 'open-fill'],
        ['main', 'comparison'],
        ['main', 'context'],
        ['for', 'paper'],
        ['against', 'paper'],
      ] as const;
      for (const [a, b] of pairs)
        expect(distance(of[a]!, of[b]!, sight), `${a} and ${b}`).toBeGreaterThan(a === 'main' ? 10 : 20);
    },
  );

  it.each(Object.keys(sights))(
    'tell the steps of a map from each other and from its land, in %s sight',
    (sight) => {
      const sides = [
        ['shade', 'even', 'first', 'first-2', 'first-3'],
        ['shade', 'even', 'second', 'second-2', 'second-3'],
      ];
      for (const side of sides)
        for (let i = 2; i < side.length; i++)
          expect(
            distance(of[side[i - 1]!]!, of[side[i]!]!, sight),
            `${side[i - 1]} and ${side[i]}`,
          ).toBeGreaterThan(sight === 'full' ? 15 : 9);
      if (sight !== 'full') return;
      for (const step of ['', '-2', '-3'])
        expect(distance(of[`first${step}`]!, of[`second${step}`]!, sight), step).toBeGreaterThan(25);
    },
  );
});

it('figures fall back on the colours of light paper', () => {
  const used = [
    ...Object.values(paint),
    ...Object.values(shareFill),
    ...Object.values(rolePaint).flat(),
    ...Object.values(poleFill).flat(),
  ];
  for (const colour of used) {
    const [, name, behind] = /^var\(--([\w-]+), (#[\da-f]{6})\)$/.exec(colour)!;
    expect(behind, name).toBe(themes.light[name!]);
  }
});
