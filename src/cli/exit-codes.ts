/** Exit codes: 0 whatever the verdict. */
export const exitCodes = {
  done: 0,
  /** A mistake of ours: please report it. */
  internal: 1,
  /** Bad input: a claim, a name, an option, a file that is not there. */
  input: 2,
  /** The world is missing or damaged. */
  world: 3,
  interrupted: 130,
} as const;
