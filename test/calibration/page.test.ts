import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { calibrationPage, missedLimits } from './page.js';
import { calibrationPictures } from './pictures.js';
import type { Results } from './results.js';

const docs = join(projectRoot(), 'docs');
const published = JSON.parse(readFileSync(join(docs, 'calibration.json'), 'utf8')) as Results;

describe('the page', () => {
  it('says what its numbers say, and all limits are kept', async () => {
    expect(published.worlds).toBeGreaterThanOrEqual(1000);
    expect(missedLimits(published)).toEqual([]);
    const pictures = await calibrationPictures(published);
    expect(readFileSync(join(docs, 'calibration.md'), 'utf8')).toBe(calibrationPage(published, pictures));
    for (const { file, alt } of pictures)
      expect(readFileSync(join(docs, 'calibration', file), 'utf8').length).toBeGreaterThan(alt.length);
  });

  it('has no figure told wrongly by records that keep their word', () => {
    expect(published.figures.wrong).toBe(0);
    expect(published.figures.told).toBeGreaterThan(published.figures.cases / 2);
  });
});
