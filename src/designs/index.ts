import { comparison } from './comparison/comparison.js';
import type { Design } from './design.js';
import { figure } from './figure/figure.js';
import { share } from './share/share.js';
import { trend } from './trend.js';

/** Every design that is built, by the name under which claims call it. */
export const designs: Readonly<Record<string, Design>> = { comparison, figure, share, trend };
