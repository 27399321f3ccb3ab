import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newPlace } from './entente.js';

const place = newPlace();
afterAll(() => place.remove());

describe('entente draw', () => {
  it('draws the same bytes again, as SVG and as PNG', async () => {
    for (const kind of ['svg', 'png']) {
      const files = [`a.${kind}`, `b.${kind}`];
      for (const file of files) {
        const { code, out, err } = await place.entente('draw', 'map', '--year', '2000', '--out', file);
        expect([code, out]).toEqual([0, '']);
        expect(err).toMatch(new RegExp(`^${file}\ncite: .*Voeten`));
      }
      const [a, b] = files.map((file) => readFileSync(join(place.folder, file)));
      expect(a!.equals(b!)).toBe(true);
    }
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('tells what it can draw', async () => {
    const { code, err } = await place.entente('draw', 'maps', '--year', '2000');
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'maps'");
    expect((await place.entente('draw', '--help')).out).toMatch(/ideal-points[\s\S]*map[\s\S]*agreement/);
  });
});
