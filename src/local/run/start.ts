import type { IncomingMessage, ServerResponse } from 'node:http';
import { partitionOf } from '../endpoint/partition.ts';
import { type ExtraRoute, serve } from '../endpoint/serve.ts';
import type { World, WorldSettings } from '../endpoint/world.ts';
import { customResourceResponseRoute } from '../services/cloudformation/deployment/custom-resource-responses.ts';
import { addUser } from '../services/iam/accounts.ts';
import { closeEnvironments } from '../services/lambda/environments.ts';
import { type Mail, readInbox } from '../services/sns/inbox.ts';
import { createWorld } from './create-world.ts';
import { attackerKeys, operatorKeys, strangerKeys } from './keys.ts';

/** Account ids of AWS's documentation: they belong to nobody. */
export const ACCOUNT_ID = '111122223333';
export const STRANGER_ACCOUNT_ID = '444455556666';
export const REGION = 'eu-central-1';

export interface Keys {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of a role's session. */
  readonly sessionToken?: string;
}

/** An embedded AWS that serves clients on loopback. */
export interface EmbeddedAws {
  readonly world: World;
  readonly url: string;
  readonly port: number;
  /** Where its clients call, unless they say otherwise. */
  readonly region: string;
  /** The account's owner, and somebody else who may do as much. */
  readonly operator: Keys;
  readonly attacker: Keys;
  /** An administrator of another account. */
  readonly stranger: Keys;
  readInbox(): readonly Mail[];
  /** Functions that have not answered yet. */
  countRunning(): number;
  close(): Promise<void>;
}

/**
 * Starts an embedded AWS.
 * @param port 0 takes a free one
 * @param moreRoutes what else it serves beside AWS and the inbox
 */
export async function startEmbeddedAws(
  settings: Partial<WorldSettings> = {},
  port = 0,
  region = REGION,
  moreRoutes: (world: World) => readonly ExtraRoute[] = () => [],
): Promise<EmbeddedAws> {
  const world = createWorld(settings);
  const partition = partitionOf(region);
  for (const { userName } of [operatorKeys, attackerKeys]) addUser(world, ACCOUNT_ID, userName, partition);
  addUser(world, STRANGER_ACCOUNT_ID, strangerKeys.userName, partition);
  let running = 0;
  world.on('invoked', () => running++);
  world.on('returned', () => running--);
  const inbox = () => readInbox(world, ACCOUNT_ID);
  const routes = [customResourceResponseRoute(world), inboxRoute(inbox), ...moreRoutes(world)];
  const endpoint = await serve(world, port, routes);
  return {
    world,
    url: endpoint.url,
    port: endpoint.port,
    region,
    operator: operatorKeys,
    attacker: attackerKeys,
    stranger: strangerKeys,
    readInbox: inbox,
    countRunning: () => running,
    async close() {
      await closeEnvironments(world);
      await endpoint.close();
    },
  };
}

/** The mails as JSON, for people and programs that have no AWS client at hand. */
const inboxRoute = (inbox: () => readonly Mail[]) => ({
  method: 'GET',
  prefix: '/inbox',
  handle(_: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(inbox(), null, 2));
  },
});
