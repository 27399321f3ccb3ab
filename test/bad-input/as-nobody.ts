import { chmodSync } from 'node:fs';

const nobody = 65534;

/** Does something without the rights of root, for whom no file is closed; `folder` is made one that anybody may enter. */
export function asNobody<T>(folder: string, work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  chmodSync(folder, 0o755);
  process.seteuid!(nobody);
  try {
    return work();
  } finally {
    process.seteuid!(0);
  }
}
