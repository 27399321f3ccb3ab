import fc from 'fast-check';

/** The seed of every property test: a run never fails by chance. `ENTENTE_TEST_SEED` takes another; `random` another each time. */
const written = process.env['ENTENTE_TEST_SEED'] ?? '20211209';

if (written !== 'random') {
  const seed = Number(written);
  if (!Number.isInteger(seed))
    throw new Error(`ENTENTE_TEST_SEED is a whole number or “random”, and not ${written}`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
