/** What a person who stops a command gets: `told` says what is left of it. */
export function abortError(told: string): Error {
  return Object.assign(new DOMException(told, 'AbortError'), { told });
}
