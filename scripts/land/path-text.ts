/** Takes what d3 draws and writes it as a path with steps of a tenth of a pixel, as short as it can be. */
export class PathText {
  #parts: string[] = [];
  #at: [number, number] = [0, 0];
  #open = false;

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#at = [tenths(x), tenths(y)];
    this.#parts.push(`M${this.#at[0] / 10} ${this.#at[1] / 10}`);
    this.#open = false;
  }

  lineTo(x: number, y: number): void {
    const [dx, dy] = [tenths(x) - this.#at[0], tenths(y) - this.#at[1]];
    if (dx === 0 && dy === 0) return;
    this.#at = [this.#at[0] + dx, this.#at[1] + dy];
    this.#parts.push(`${this.#open ? (dx < 0 ? '' : ' ') : 'l'}${short(dx)}${dy < 0 ? '' : ' '}${short(dy)}`);
    this.#open = true;
  }

  closePath(): void {
    this.#parts.push('z');
    this.#open = false;
  }

  arc(): void {}

  text(): string {
    return this.#parts.join('');
  }
}

const tenths = (x: number): number => Math.round(x * 10);
const short = (n: number): string => String(n / 10).replace(/^(-?)0\./, '$1.');
