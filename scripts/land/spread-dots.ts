/** Least distance of two dots, in pixels: they stand side by side. */
const apart = 6.6;
const rounds = 200;

/** Moves dots that would overlap apart, each as little as it must. */
export function spreadDots(places: readonly (readonly [number, number])[]): [number, number][] {
  const at = places.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        const [a, b] = [at[i]!, at[j]!];
        const [dx, dy] = [b[0] - a[0] || 0.01, b[1] - a[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        const push = (apart - distance) / 2 + 0.01;
        const [px, py] = [(dx / distance) * push, (dy / distance) * push];
        at[i] = [a[0] - px, a[1] - py];
        at[j] = [b[0] + px, b[1] + py];
        moved = true;
      }
    }
    if (!moved) break;
  }
  return at;
}
