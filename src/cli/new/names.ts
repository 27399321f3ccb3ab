import { fail } from '../../kernel/errors.js';

/** Argument and claim, as folder and file will be called. */
export interface ClaimName {
  readonly argument: string;
  readonly claim: string;
}

const word = /^[a-z][a-z0-9-]{0,59}$/;
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const isName = (text: string): boolean => word.test(text) && !devices.test(text) && !text.endsWith('-');

/**
 * Reads `ARGUMENT/CLAIM`: two words in kebab-case, which become a folder of the library and a file in it, and nothing
 * else. Throws `claims/bad-name` with a name that would do.
 */
export function parseClaimName(text: string): ClaimName {
  const [argument = '', claim = '', ...rest] = text.split('/');
  if (rest.length > 0 || !isName(argument) || !isName(claim)) {
    const near = [argument, claim, ...rest].map(kebab).filter(Boolean);
    const would = near.length === 2 && near.every(isName) ? near.join('/') : 'small-clique/us-stands-alone';
    fail('claims/bad-name', `not ARGUMENT/CLAIM: ${JSON.stringify(text)}`, {
      hint: `two names of small letters, digits and -, up to 60 each, such as ${would}`,
    });
  }
  if (claim === 'argument')
    fail('claims/bad-name', 'a claim cannot be called argument', {
      hint: 'argument.yaml is the file about the article',
    });
  return { argument, claim };
}

const kebab = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.ya?ml$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
