import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { World } from '../../../endpoint/world.ts';
import type { FunctionCode } from '../code/function-code.ts';
import { runtimeScopes } from './runtime-modules.ts';

/** Where one world's functions lie as files while they run. */
export class TaskFolders {
  readonly #root: string;
  readonly #byHash = new Map<string, string>();

  constructor(world: World) {
    this.#root = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-lambda-')));
    mkdirSync(this.modules);
    // Beside the tasks, so that `require` and `import` both find it, and nothing else of where it really lies.
    for (const [scope, folder] of runtimeScopes(world)) {
      symlinkSync(folder, join(this.modules, scope), 'junction');
    }
  }

  /** The runtime's own packages. */
  get modules(): string {
    return join(this.#root, 'node_modules');
  }

  /** The folder with a function's code, unpacked when it is first asked for. */
  folderOf(code: FunctionCode): string {
    const known = this.#byHash.get(code.sha256);
    if (known) return known;
    const folder = join(this.#root, `task-${this.#byHash.size + 1}`);
    mkdirSync(folder);
    for (const [path, content] of code.files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    this.#byHash.set(code.sha256, folder);
    return folder;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 3 });
  }
}
