import type { World } from '../../../endpoint/world.ts';

/** What a resource type works with while it makes, changes or deletes one resource of a stack. */
export interface ResourceContext {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  /** Calls another service as the stack's creator. Members of the input that are undefined are left out. */
  readonly call: <Output>(service: string, operation: string, input: object) => Promise<Output>;
  /** A name for the real thing: stack, logical id and twelve random characters, cut to `maxLength`. */
  readonly generateName: (maxLength: number) => string;
  /** Tells, as soon as there is something real, what it is called: it is deleted if making it fails later. */
  readonly identify: (physicalId: string) => void;
  /** Waits until a service says that what it was asked for is done. */
  readonly waitUntil: (isReady: () => Promise<boolean>) => Promise<void>;
}
