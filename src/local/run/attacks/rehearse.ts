import type { Attack } from './attack.ts';
import { type Ask, connect, type Fields } from './connect.ts';
import type { GuardedWorld } from './open-world.ts';
import { policy } from './policies.ts';
import { openScene } from './scene.ts';
import { settle, sweep } from './settle.ts';

/** What came of something that impairs nothing. */
export interface Rehearsal {
  /** What the guard changed meanwhile: it should be nothing. */
  readonly changes: readonly string[];
  readonly reports: readonly Fields[];
}

type ByAttack = ReadonlyMap<Attack, Rehearsal>;

/** Does what looks like an attack and harms nothing, for each; a sweep at the end looks at what came of all. */
export async function playTwins(aws: GuardedWorld, attacks: readonly Attack[]): Promise<ByAttack> {
  const scene = await openScene(aws, aws.attacker);
  const byEvent: [Attack, Rehearsal][] = [];
  for (const attack of attacks) {
    const play = async () => attack.twin?.act(scene);
    if (attack.twin) byEvent.push([attack, await watching(aws, play)]);
  }
  const bySweep = byEvent.length > 0 ? await watching(aws, () => sweep(aws)) : NOTHING;
  return new Map(byEvent.map(([attack, came]) => [attack, both(came, bySweep)]));
}

const NOTHING: Rehearsal = { changes: [], reports: [] };

const both = (one: Rehearsal, other: Rehearsal): Rehearsal => ({
  changes: [...one.changes, ...other.changes],
  reports: [...one.reports, ...other.reports],
});

/** Tries an attack as somebody who may look around and change nothing. @throws Error when AWS lets them */
export async function tryDenied(aws: GuardedWorld, attack: Attack): Promise<Rehearsal> {
  const eve = await addUser(connect(aws, aws.operator).iam, `eve-${attack.name}`);
  const scene = await openScene(aws, eve, { lookout: aws.operator });
  return watching(aws, async () => {
    const isDenied = await attack.act(scene).then(
      () => attack.byRecord !== undefined,
      () => true,
    );
    if (!isDenied) throw new Error(`${attack.name} is denied to nobody`);
  });
}

/** A user of this account who may read what there is, as auditors may, and make keys, which are nobody's. */
async function addUser(iam: Ask, UserName: string) {
  await iam('CreateUser', { UserName });
  await iam('PutUserPolicy', { UserName, PolicyName: 'look', PolicyDocument: LOOK });
  const { AccessKey } = await iam('CreateAccessKey', { UserName });
  const { AccessKeyId = '', SecretAccessKey = '' } = AccessKey as Readonly<Record<string, string>>;
  return { userName: UserName, accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey };
}

const LOOKED_AT =
  'account cloudformation cloudtrail cloudwatch config dynamodb ec2 events guardduty iam kms lambda logs macie2 organizations route53resolver s3 scheduler securityhub securitylake sns sqs ssm';
const LOOK = policy({
  Effect: 'Allow',
  Action: [
    ...LOOKED_AT.split(' ').flatMap((service) => [
      `${service}:Describe*`,
      `${service}:Get*`,
      `${service}:List*`,
    ]),
    'kms:CreateKey',
  ],
  Resource: '*',
});

async function watching(aws: GuardedWorld, play: () => Promise<unknown>): Promise<Rehearsal> {
  const { reports, changes } = aws.guard;
  const from = { reports: reports.length, changes: changes.length };
  await play();
  await settle(aws);
  return {
    reports: reports.slice(from.reports),
    changes: changes.slice(from.changes).map(({ call }) => call),
  };
}
