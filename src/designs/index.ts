import type { Design } from './design.js';
import { share } from './share/share.js';

/** Every design that is built, by the name under which claims call it. */
export const designs: Readonly<Record<string, Design>> = { share };
