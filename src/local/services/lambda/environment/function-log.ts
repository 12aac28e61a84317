import { randomBytes } from 'node:crypto';
import { partitionOf } from '../../../endpoint/partition.ts';
import type { World } from '../../../endpoint/world.ts';
import { isAllowed } from '../../iam/authorize.ts';
import { canWriteAs } from '../../logs/encryption.ts';
import { createLogGroup } from '../../logs/groups.ts';
import { groupsOf } from '../../logs/store.ts';
import { writeEvents } from '../../logs/write.ts';
import type { LambdaFunction } from '../store.ts';

/** What one execution environment writes to its function's log group. */
export class FunctionLog {
  readonly streamName: string;
  readonly #world: World;
  readonly #function: LambdaFunction;
  #pending: { timestamp: number; message: string }[] = [];

  constructor(world: World, fn: LambdaFunction) {
    this.#world = world;
    this.#function = fn;
    const day = new Date(world.clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
    const isShared = fn.settings.logging.group !== `/aws/lambda/${fn.name}`;
    this.streamName = `${day}/${isShared ? fn.name : ''}[${fn.version}]${randomBytes(16).toString('hex')}`;
  }

  /** A line that the function wrote. */
  functionLine(line: string): void {
    this.#world.emit('logged', { functionName: this.#function.name, line, at: this.#world.clock.now() });
    this.add(line);
  }

  add(message: string): void {
    this.#pending.push({ timestamp: this.#world.clock.now(), message });
  }

  /** Writes what has come up. Without the role's permission it is lost, and nobody is told. @returns the messages */
  flush(): readonly string[] {
    const lines = this.#pending;
    this.#pending = [];
    const { accountId, region, settings } = this.#function;
    const group = { accountId, region, name: settings.logging.group };
    if (lines.length > 0 && this.#mayWrite()) writeEvents(this.#world, group, this.streamName, lines);
    return lines.map(({ message }) => message);
  }

  /** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html (execution role permissions) */
  #mayWrite(): boolean {
    const { settings, accountId, region, arn } = this.#function;
    // https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
    const context = new Map([['lambda:sourcefunctionarn', arn]]);
    const { group } = settings.logging;
    const groupArn = `arn:${partitionOf(region)}:logs:${region}:${accountId}:log-group:${group}`;
    const may = (action: string, resource: string) =>
      isAllowed(this.#world, settings.role, action, resource, context);
    const streamArn = `${groupArn}:log-stream:${this.streamName}`;
    if (!may('logs:CreateLogStream', streamArn) || !may('logs:PutLogEvents', streamArn)) return false;
    const existing = groupsOf(this.#world, accountId, region).get(group);
    if (existing) return canWriteAs(this.#world, settings.role, existing);
    if (!may('logs:CreateLogGroup', `${groupArn}:log-stream:`)) return false;
    createLogGroup(this.#world, accountId, region, group);
    return true;
  }
}
