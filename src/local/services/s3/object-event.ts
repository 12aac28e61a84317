import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';
import { putOnBus } from '../events/bus.ts';
import { arnOfBucket, type Bucket, type ObjectVersion } from './bucket.ts';

/** Who did something with an object, and by which operation. */
export interface Actor {
  /** An account id, or the host name of a service. */
  readonly requester: string;
  readonly reason: string;
  readonly requestId?: string;
  readonly sourceIp?: string;
}

export const actorOf = ({ caller, requestId, sourceIp }: Call, reason: string): Actor => ({
  requester: caller.accountId,
  reason,
  requestId,
  sourceIp,
});

/** An object as events tell of it. */
interface ChangedObject {
  readonly key: string;
  readonly version: Pick<ObjectVersion, 'versionId' | 'content'>;
}

export const tellObjectCreated = (world: World, bucket: Bucket, object: ChangedObject, actor: Actor): void =>
  tell(world, bucket, 'Object Created', { object, actor });

export const tellObjectDeleted = (
  world: World,
  bucket: Bucket,
  { key, versionId }: { readonly key: string; readonly versionId: string },
  actor: Actor & { readonly deletionType: DeletionType },
): void =>
  tell(world, bucket, 'Object Deleted', {
    object: { key, version: { versionId } },
    actor,
    'deletion-type': actor.deletionType,
  });

export type DeletionType = 'Permanently Deleted' | 'Delete Marker Created';

interface Happening {
  readonly object: ChangedObject;
  readonly actor: Actor;
  readonly 'deletion-type'?: DeletionType;
}

/**
 * Straight on the bus of the bucket's owner in its Region, if the bucket sends events there; no trail is needed.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
function tell(world: World, bucket: Bucket, detailType: string, { object, actor, ...more }: Happening): void {
  if (!bucket.settings.notification?.EventBridgeConfiguration) return;
  const { accountId, region, name } = bucket;
  const at = world.clock.now();
  putOnBus(world, accountId, region, {
    'detail-type': detailType,
    source: 'aws.s3',
    account: accountId,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region,
    resources: [arnOfBucket(bucket)],
    detail: {
      version: '0',
      bucket: { name },
      object: describe(bucket, object, at),
      ...(actor.requestId && { 'request-id': actor.requestId }),
      requester: actor.requester,
      ...(actor.sourceIp && { 'source-ip-address': actor.sourceIp }),
      reason: actor.reason,
      ...more,
    },
  });
}

const describe = ({ settings }: Bucket, { key, version }: ChangedObject, at: number) => ({
  key,
  ...(version.content && { size: version.content.body.byteLength, etag: version.content.etag.slice(1, -1) }),
  ...(settings.versioning && { 'version-id': version.versionId }),
  sequencer: sequencerOf(at),
});

/** Hexadecimal digits that grow with time. */
const sequencerOf = (at: number): string => at.toString(16).toUpperCase().padStart(18, '0');
