/** What a command may do to the outside. */
export interface Effects {
  /** Results: what a pipe receives. */
  out(text: string): void;
  /** Messages and progress: what a person sees. */
  say(text: string): void;
  /** True where a person watches the messages. */
  readonly watched: boolean;
  readonly columns: number;
  now(): number;
}

export function processEffects(): Effects {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0); // the reader has seen enough
      throw error;
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 100,
    now: () => performance.now(),
  };
}
