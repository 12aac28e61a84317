import { randomBytes } from 'node:crypto';
import type { Finding } from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import type { Detector } from './detector.ts';

interface SampleType {
  readonly severity: number;
  readonly api: string;
  readonly title: string;
  readonly description: string;
}

/** The finding types that speak of CloudTrail, as samples of them look. */
export const sampleTypes = new Map<string, SampleType>([
  [
    'Stealth:IAMUser/CloudTrailLoggingDisabled',
    {
      severity: 2,
      api: 'StopLogging',
      title: 'AWS CloudTrail trail GeneratedFindingTrailName was disabled.',
      description:
        'AWS CloudTrail trail GeneratedFindingTrailName was disabled by GeneratedFindingUserName calling ' +
        'StopLogging under unusual circumstances. This can be attackers attempt to cover their tracks by ' +
        'eliminating any trace of activity performed while they accessed your account.',
    },
  ],
  [
    'DefenseEvasion:IAMUser/AnomalousBehavior',
    {
      severity: 5,
      api: 'StopLogging',
      title: 'APIs commonly used in DefenseEvasion tactics were invoked in an anomalous way.',
      description:
        'APIs commonly used to evade defensive measures were invoked by user IAMUser : ' +
        'GeneratedFindingUserName under unusual circumstances.',
    },
  ],
]);

/** @see https://docs.aws.amazon.com/guardduty/latest/ug/sample_findings.html */
export function sampleFinding(type: string, sample: SampleType, detector: Detector, call: Call): Finding {
  const { partition, region, accountId, world } = call;
  const id = randomBytes(16).toString('hex');
  const now = new Date(world.clock.now()).toISOString();
  return {
    SchemaVersion: '2.0',
    AccountId: accountId,
    Region: region,
    Partition: partition,
    Id: id,
    Arn: `arn:${partition}:guardduty:${region}:${accountId}:detector/${detector.id}/finding/${id}`,
    Type: type,
    Resource: {
      ResourceType: 'AccessKey',
      AccessKeyDetails: {
        AccessKeyId: 'GeneratedFindingAccessKeyId',
        PrincipalId: 'GeneratedFindingPrincipalId',
        UserType: 'IAMUser',
        UserName: 'GeneratedFindingUserName',
      },
    },
    Service: {
      ServiceName: 'guardduty',
      DetectorId: detector.id,
      Action: { ActionType: 'AWS_API_CALL', AwsApiCallAction: sampleCall(sample.api) },
      ResourceRole: 'TARGET',
      AdditionalInfo: { Value: '{"sample":true}', Type: 'default' },
      EventFirstSeen: now,
      EventLastSeen: now,
      Archived: false,
      Count: 1,
    },
    Severity: sample.severity,
    CreatedAt: now,
    UpdatedAt: now,
    Title: `[SAMPLE] ${sample.title}`,
    Description: sample.description,
  };
}

const sampleCall = (api: string) => ({
  Api: api,
  ServiceName: 'cloudtrail.amazonaws.com',
  CallerType: 'Remote IP',
  RemoteIpDetails: {
    IpAddressV4: '198.51.100.0',
    Organization: {
      Asn: '-1',
      AsnOrg: 'GeneratedFindingASNOrg',
      Isp: 'GeneratedFindingISP',
      Org: 'GeneratedFindingORG',
    },
    Country: { CountryName: 'GeneratedFindingCountryName' },
    City: { CityName: 'GeneratedFindingCityName' },
    GeoLocation: { Lat: 0, Lon: 0 },
  },
  AffectedResources: {},
});
