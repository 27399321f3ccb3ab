import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { bibtex, bibtexAuthors, parseCitation } from '../../src/world/bibtex.js';
import { readManifest } from '../../src/world/open.js';

describe('citations as BibTeX', () => {
  it('separates authors', () => {
    expect(bibtexAuthors('Marshall, M. G. & Gurr, T. R.')).toBe('Marshall, M. G. and Gurr, T. R.');
    expect(bibtexAuthors('Leeds, B. A., Ritter, J. M., Mitchell, S. McL. & Long, A. G.')).toBe(
      'Leeds, B. A. and Ritter, J. M. and Mitchell, S. McL. and Long, A. G.',
    );
    expect(bibtexAuthors('Correlates of War Project')).toBe('{Correlates of War Project}');
    expect(bibtexAuthors('Bolt, J. & van Zanden, J. L.')).toBe('Bolt, J. and van Zanden, J. L.');
    expect(bibtexAuthors('Coppedge, M. et al.')).toBe('Coppedge, M. and others');
    expect(bibtexAuthors('Elston, T.-B., O’Brien, S. & Dür, A.')).toBe(
      'Elston, T.-B. and O’Brien, S. and Dür, A.',
    );
  });

  it('finds year and title', () => {
    expect(
      parseCitation('Bolt, J. & van Zanden, J. L. (2024). Maddison style estimates. Journal 1:2.'),
    ).toEqual({
      authors: 'Bolt, J. & van Zanden, J. L.',
      year: '2024',
      title: 'Maddison style estimates',
    });
    expect(parseCitation('United Nations, Voting Data')).toEqual({});
    expect(parseCitation('World Bank. World Development Indicators: Population.')).toEqual({
      authors: 'World Bank',
    });
    // What stands before the first year is no list of authors.
    expect(
      parseCitation(
        'Brecher, M. & Quinn, D. Crisis Data, Version 13. Brecher, M. (2000). A Study of Crisis. Ann Arbor.',
      ),
    ).toEqual({});
  });

  it('gives every source of the world a balanced entry that holds its whole citation', () => {
    const { sources } = readManifest(join(projectRoot(), 'world'));
    const keys = sources.map((s) => /^@misc\{([a-z0-9_]+),/i.exec(bibtex(s))?.[1]);
    expect(new Set(keys).size).toBe(sources.length);
    for (const source of sources) {
      const entry = bibtex(source);
      expect(entry.split('{').length).toBe(entry.split('}').length);
      expect(entry.replaceAll('\\', '')).toContain(source.citation);
    }
  });
});
