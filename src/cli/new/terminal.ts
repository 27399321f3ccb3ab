import { createInterface } from 'node:readline';
import { abortError } from './abort.js';
import type { Terminal } from './ask.js';

/** The terminal of the process, or nothing where input or messages go elsewhere. Completes with Tab. */
export function processTerminal(): Terminal | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  let words: readonly string[] = [];
  const completer = (line: string): [string[], string] => {
    const word = /[^,\s]*$/.exec(line)![0];
    return [words.filter((w) => w.toLowerCase().startsWith(word.toLowerCase())), word];
  };
  const reader = createInterface({ input: process.stdin, output: process.stderr, completer });
  let stop: (error: unknown) => void = () => {};
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => stop(abortError('stopped; nothing was written')));
  return {
    say: (text) => void process.stderr.write(text),
    line: (prompt, known) =>
      new Promise((resolve, reject) => {
        words = known;
        stop = reject;
        reader.question(prompt, (typed) => {
          stop = () => {};
          resolve(typed);
        });
      }),
    close: () => reader.close(),
  };
}
