import { createHash } from 'node:crypto';
import type { Finding } from '@aws-sdk/client-guardduty';
import type { FinishedCall } from '../../endpoint/operation.ts';
import type { Detector } from './detector.ts';

const TYPE = 'Stealth:IAMUser/CloudTrailLoggingDisabled';

/** The finding of a call that turned a trail off. The same call of the same principal is the same finding. */
export function disabledTrailFinding(finished: FinishedCall, detector: Detector): Finding {
  const { operation, call, at } = finished;
  const { accountId, region, partition, caller } = call;
  const { Name, TrailName } = Object(finished.input) as { Name?: string; TrailName?: string };
  const trail = (Name ?? TrailName ?? '').split('/').at(-1);
  const userName = caller.userName ?? caller.role?.name ?? 'root';
  const id = createHash('md5').update(`${TYPE} ${operation} ${caller.principalId} ${trail}`).digest('hex');
  const seen = new Date(at).toISOString();
  const now = new Date(call.world.clock.now()).toISOString();
  return {
    SchemaVersion: '2.0',
    AccountId: accountId,
    Region: region,
    Partition: partition,
    Id: id,
    Arn: `arn:${partition}:guardduty:${region}:${accountId}:detector/${detector.id}/finding/${id}`,
    Type: TYPE,
    Resource: {
      ResourceType: 'AccessKey',
      AccessKeyDetails: {
        AccessKeyId: caller.accessKeyId,
        PrincipalId: caller.principalId,
        UserType: caller.type,
        UserName: userName,
      },
    },
    Service: {
      ServiceName: 'guardduty',
      DetectorId: detector.id,
      Action: { ActionType: 'AWS_API_CALL', AwsApiCallAction: actionOf(finished) },
      ResourceRole: 'TARGET',
      AdditionalInfo: { Value: '{}', Type: 'default' },
      EventFirstSeen: seen,
      EventLastSeen: seen,
      Archived: false,
      Count: 1,
    },
    Severity: 2,
    CreatedAt: now,
    UpdatedAt: now,
    Title: `AWS CloudTrail trail ${trail} was disabled.`,
    Description:
      `AWS CloudTrail trail ${trail} was disabled by ${userName} calling ${operation} under unusual circumstances. ` +
      'This can be attackers attempt to cover their tracks by eliminating any trace of activity performed while ' +
      'they accessed your account.',
  };
}

const actionOf = ({ operation, call }: FinishedCall) => ({
  Api: operation,
  ServiceName: 'cloudtrail.amazonaws.com',
  CallerType: 'Remote IP',
  UserAgent: call.userAgent,
  RemoteIpDetails: { IpAddressV4: call.sourceIp },
  AffectedResources: {},
});
