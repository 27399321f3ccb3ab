import { EntenteError, fail } from '../../kernel/errors.js';

/** One thing that a new claim needs to know: a flag of the command line, or a question on a terminal. */
export interface Question<T> {
  readonly flag: string;
  readonly asks: string;
  /** What helps to answer; shown on a terminal only. */
  readonly help?: readonly string[];
  /** What Enter takes, and what is taken where there is no terminal and no flag. */
  readonly otherwise?: string | undefined;
  /** Words that could stand where the cursor is. */
  readonly words?: Iterable<string>;
  /** What an answer looks like. */
  readonly such: string;
  /** Reads an answer. Throws an `EntenteError` that says what is wrong with it. */
  read(text: string): T;
}

/** A terminal that a person sits at. */
export interface Terminal {
  say(text: string): void;
  /** A line that was typed; `words` complete it. Rejects with an `AbortError` on Ctrl-C, and where the input ends. */
  line(prompt: string, words: readonly string[]): Promise<string>;
  close(): void;
}

export type Flags = Readonly<Record<string, string | undefined>>;

export interface Asker {
  /** Says something to a person on a terminal, and to nobody where there is none. */
  tell(line: string): void;
  /** The answer: from the flag, else from the terminal, which asks until it is right, else what is taken otherwise. Throws `cli/missing-flag`, and what `read` throws under the name of the flag. */
  ask<T>(question: Question<T>): Promise<T>;
}

export function askerFrom(flags: Flags, terminal: Terminal | undefined): Asker {
  const ask = async <T>(question: Question<T>): Promise<T> => {
    const given = flags[question.flag];
    if (given !== undefined) return underFlag(question, given);
    if (terminal) return onTerminal(question, terminal);
    if (question.otherwise !== undefined) return underFlag(question, question.otherwise);
    return fail('cli/missing-flag', `--${question.flag} is missing: ${question.asks}`, {
      hint: `write --${question.flag} ${question.such}; on a terminal entente new asks`,
    });
  };
  return { tell: (line) => terminal?.say(`${line}\n`), ask };
}

function underFlag<T>(question: Question<T>, text: string): T {
  try {
    return question.read(text.trim());
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return fail(error.code, `--${question.flag}: ${error.message}`, { at: error.at, hint: error.hint });
  }
}

async function onTerminal<T>(question: Question<T>, terminal: Terminal): Promise<T> {
  const { asks, help = [], otherwise, words = [], such } = question;
  terminal.say(`\n${asks}\n`);
  for (const line of help) terminal.say(`  ${line}\n`);
  const shown =
    otherwise === undefined ? `  such as ${such}\n` : `  Enter takes: ${otherwise || 'nothing'}\n`;
  terminal.say(shown);
  for (;;) {
    const typed = (await terminal.line('> ', [...words])).trim();
    try {
      return question.read(typed === '' && otherwise !== undefined ? otherwise : typed);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      terminal.say(`  ${error.message}${error.hint ? `\n  ${error.hint}` : ''}\n`);
    }
  }
}
