import type { ClaimCritiques } from './critique.js';

/** The critiques of a claim as `--json` prints them: one entry a critic and part; `absent` says why one has nothing to ask. */
export const critiquesJson = ({ parts }: ClaimCritiques) =>
  parts.flatMap(({ part, reading, critiques }) =>
    critiques.map(({ critic, title, says, absent, how, figures, table }) => ({
      ...(part && { part }),
      reading,
      critic,
      title,
      ...(absent === undefined ? { says } : { absent }),
      ...(how && { how }),
      ...(figures && { figures }),
      ...(table && { table }),
    })),
  );
