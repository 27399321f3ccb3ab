/**
 * A function of parameters and of the answers to them, worked out once for as long as both are there: what a
 * specification estimates, and what it would without an effect, rest on the same series. What throws is not remembered.
 */
export function remembered<P extends object, A extends object, More extends unknown[], V>(
  work: (parameters: P, answers: A, ...more: More) => V,
): (parameters: P, answers: A, ...more: More) => V {
  const known = new WeakMap<A, WeakMap<P, { readonly value: V }>>();
  return (parameters, answers, ...more) => {
    const own = known.get(answers) ?? new WeakMap<P, { readonly value: V }>();
    known.set(answers, own);
    const found = own.get(parameters) ?? { value: work(parameters, answers, ...more) };
    own.set(parameters, found);
    return found.value;
  };
}
