import type { Ask, Clients, Fields } from './attacks/connect.ts';

/** A call that somebody made, by the names of AWS's SDK. */
export interface NotedCall {
  readonly service: string;
  readonly operation: string;
  readonly input: Fields;
  /** Where it differs from the scene's. */
  readonly region?: string;
}

/** The same clients; what changes something is noted before it is sent. Looking around is no attack. */
export function noteCalls(clients: Clients, note: (call: NotedCall) => void): Clients {
  const noted = Object.entries(clients).map(([service, ask]): [string, Ask] => [
    service,
    (operation, input = {}, region) => {
      if (!isRead(operation)) note({ service, operation, input, ...(region && { region }) });
      return ask(operation, input, region);
    },
  ]);
  return Object.fromEntries(noted) as unknown as Clients;
}

const isRead = (operation: string): boolean => /^(Get|List|Describe|Head)/.test(operation);
