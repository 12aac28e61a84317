import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { FunctionEnvironments } from './environment/function-environments.ts';
import { TaskFolders } from './environment/task-folders.ts';
import type { LambdaFunction } from './store.ts';

/** All execution environments of one world. */
class Environments {
  readonly #world: World;
  readonly #byArn = new Map<string, FunctionEnvironments>();
  readonly #onExit = () => this.close();
  #folders: TaskFolders | undefined;
  #isClosed = false;

  constructor(world: World) {
    this.#world = world;
  }

  of(fn: LambdaFunction): FunctionEnvironments {
    const known = this.#byArn.get(fn.arn);
    if (known?.function === fn) return known;
    known?.close();
    const made = new FunctionEnvironments(this.#world, fn, this.#taskFolders());
    this.#byArn.set(fn.arn, made);
    return made;
  }

  /** After a function's code or settings changed. */
  retire({ arn }: Pick<LambdaFunction, 'arn'>): void {
    this.#byArn.get(arn)?.retire();
  }

  /** After a function was deleted. */
  forget({ arn }: LambdaFunction): void {
    this.#byArn.get(arn)?.retire();
    this.#byArn.delete(arn);
  }

  close(): void {
    this.#isClosed = true;
    process.off('exit', this.#onExit);
    for (const environments of this.#byArn.values()) environments.close();
    this.#byArn.clear();
    this.#folders?.remove();
    this.#folders = undefined;
  }

  #taskFolders(): TaskFolders {
    if (this.#isClosed) throw new ServiceError('ServiceException', 'The embedded AWS is shutting down.', 500);
    if (this.#folders) return this.#folders;
    process.once('exit', this.#onExit);
    this.#folders = new TaskFolders(this.#world);
    return this.#folders;
  }
}

export function environmentsOf(world: World): Environments {
  const store = { name: 'lambda.environments', create: () => new Environments(world) };
  return world.store(store, 'every-account', 'aws-global');
}

/** Ends every process that runs a function of this world, and removes their files. */
export const closeEnvironments = (world: World): void => environmentsOf(world).close();
