import type { FinishedCall } from '../local/endpoint/operation.ts';
import type { World } from '../local/endpoint/world.ts';

/** One thing that happened, at a time in milliseconds since the epoch. */
export interface Happening {
  readonly at: number;
  readonly word:
    | 'dark'
    | 'recorded'
    | 'matched'
    | 'invoked'
    | 'received'
    | 'verified'
    | 'delivered'
    | 'refused'
    | 'dead letter';
  readonly what: string;
  /** Of a message. */
  readonly subject?: string;
}

/** What people see of a world: CloudTrail's calls, and the way an event takes to the message. */
export function watch(world: World, tell: (happening: Happening) => void): void {
  // Before CloudTrail's recorder hears of the call, so that things are told in their order.
  world.prependListener('call', (finished) => {
    const happening = tellCall(finished);
    if (happening) tell({ at: finished.at, ...happening });
  });
  world.on('recorded', ({ record, delivered, at }) => {
    if (record.eventSource !== 'cloudtrail.amazonaws.com' || record.readOnly === true) return;
    const fate = delivered ? '' : ', which no trail logs: no rule hears of it';
    tell({ at, word: 'recorded', what: `CloudTrail records ${record.eventName}${fate}` });
  });
  world.on('matched', ({ ruleName, at }) => tell({ at, word: 'matched', what: `rule ${ruleName}` }));
  world.on('invoked', ({ functionName, cold, at }) =>
    tell({ at, word: 'invoked', what: `function ${functionName}${cold ? ' (cold start)' : ''}` }),
  );
  world.on('delivered', ({ protocol, endpoint, subject, at }) =>
    tell({ at, word: 'delivered', what: `${protocol} to ${endpoint}`, ...(subject && { subject }) }),
  );
  world.on('deadLettered', ({ queueArn, reason, at }) =>
    tell({ at, word: 'dead letter', what: `${queueArn.split(':').pop()}: ${reason}` }),
  );
}

function tellCall({
  service,
  operation,
  input,
  output,
  error,
  call,
}: FinishedCall): Omit<Happening, 'at'> | undefined {
  if (service !== 'cloudtrail') return;
  const who = call.caller.userName ?? call.caller.role?.name ?? call.caller.arn;
  // StopLogging and DeleteTrail take a name or an ARN; the name is what people know.
  const trail = String((input as { Name?: unknown }).Name ?? '').replace(/^arn:.*\//, '');
  if (error) return { word: 'refused', what: `${operation} by ${who}: ${error.code}` };
  if (operation === 'GetTrailStatus') return tellStatus(output, call.caller.role?.name);
  if (operation === 'StopLogging' || operation === 'DeleteTrail') {
    return { word: 'dark', what: `${operation} by ${who}: ${trail} is dark` };
  }
  if (operation === 'StartLogging') return { word: 'received', what: `StartLogging by ${who}` };
  return undefined;
}

/** The guard's own reading back. */
function tellStatus(output: unknown, roleName: string | undefined): Omit<Happening, 'at'> | undefined {
  if (!roleName || (output as { IsLogging?: boolean }).IsLogging !== true) return;
  return { word: 'verified', what: 'GetTrailStatus: IsLogging is true' };
}
