import type { FinishedCall } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { STACK_NAME } from '../prepare.ts';
import type { Fields } from './connect.ts';

/** What the guard did while somebody looked. Times are milliseconds since the epoch. */
export interface GuardsDoing {
  /** Calls by which it changed something in the account, its own affairs left out; only those that AWS took. */
  readonly changes: { readonly call: string; readonly at: number }[];
  /** What it told, as machines get it. */
  readonly reports: Fields[];
}

/** Watches the guard from the outside: by its calls, as CloudTrail would. What it returns grows. */
export function watchGuard(world: World): GuardsDoing {
  const seen: GuardsDoing = { changes: [], reports: [] };
  world.on('call', (finished) => {
    if (!isGuards(finished) || finished.error) return;
    const { service, operation, input, at } = finished;
    if (service === 'sns' && operation === 'Publish') seen.reports.push(reportIn(input as Fields));
    else if (isChange(finished)) seen.changes.push({ call: operation, at });
  });
  return seen;
}

export const isGuards = ({ call }: FinishedCall): boolean =>
  call.caller.role?.name.startsWith(`${STACK_NAME}-FunctionRole`) ?? false;

/** The log, the ledger, the queue, the baselines and what it tells are the guard's own. */
const OWN_AFFAIRS: readonly string[] = ['dynamodb', 'sqs', 'ssm', 'cloudformation', 'sts', 'events'];

const isChange = ({ service, operation }: FinishedCall): boolean =>
  !OWN_AFFAIRS.includes(service) &&
  !/^(Get|List|Describe|Head|Lookup|PutLogEvents|CreateLogStream)/.test(operation);

/** Subscribers other than people get the report itself. */
function reportIn({ Message }: Fields): Fields {
  const { default: report } = JSON.parse(String(Message)) as { readonly default: string };
  return JSON.parse(report) as Fields;
}
