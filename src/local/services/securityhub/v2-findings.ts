import { createHash } from 'node:crypto';
import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import type { HubPlace } from './hub.ts';
import { ocsfFinding } from './ocsf-finding.ts';

/** A finding in the Open Cybersecurity Schema Framework. */
export type OcsfFinding = Readonly<Record<string, unknown>>;

/** The newer Security Hub of one account and Region, while it is enabled. */
interface HubV2 {
  readonly arn: string;
  readonly subscribedAt: number;
  /** By their `metadata.uid`. */
  readonly findings: Map<string, OcsfFinding>;
}

const store = { name: 'securityhub.hubv2', create: (): { hub?: HubV2 | undefined } => ({}) };

export const hubV2SlotOf = ({
  world,
  accountId,
  region,
}: {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
}): { hub?: HubV2 | undefined } => world.store(store, accountId, region);

/** Takes over a finding of the older Security Hub's own controls, if the newer one is enabled beside it. */
export function keepInV2(finding: AwsSecurityFinding, place: HubPlace): void {
  const { hub } = hubV2SlotOf(place);
  if (!hub || !finding.ProductArn?.endsWith('::product/aws/securityhub')) return;
  const uid = createHash('sha256').update(`${finding.Id}`).digest('hex');
  const isUpdate = hub.findings.has(uid);
  changeInV2(uid, ocsfFinding(finding, { uid, isUpdate, at: place.world.clock.now() }), place);
}

/** Keeps a finding that is new or changed, and tells EventBridge. */
export function changeInV2(uid: string, finding: OcsfFinding, place: HubPlace): void {
  hubV2SlotOf(place).hub?.findings.set(uid, finding);
  sendEvent(uid, finding, place);
}

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-cwe-event-formats.html */
const sendEvent = (uid: string, finding: OcsfFinding, { world, accountId, region }: HubPlace): void =>
  putOnBus(world, accountId, region, {
    'detail-type': 'Findings Imported V2',
    source: 'aws.securityhub',
    account: accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [uid],
    detail: { findings: [finding] },
  });
