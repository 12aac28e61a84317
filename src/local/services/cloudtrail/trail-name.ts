import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

const ARN = /^arn:([^:]*):cloudtrail:([^:]*):(\d{12}):trail\/(.+)$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * The rules a trail's name must keep, each with what AWS says when it does not.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html
 */
const rules: readonly (readonly [broken: (name: string) => boolean, message: (name: string) => string])[] = [
  [(name) => name.length === 0, () => 'Trail name cannot be blank!'],
  [
    (name) => name.length < 3,
    (name) =>
      `Trail name too short. Minimum allowed length: 3 characters. Specified name length: ${name.length} characters.`,
  ],
  [
    (name) => name.length > 128,
    (name) =>
      `Trail name too long. Maximum allowed length: 128 characters. Specified name length: ${name.length} characters.`,
  ],
  [(name) => !/^[A-Za-z0-9]/.test(name), () => 'Trail name must start with a letter or number.'],
  [(name) => !/[A-Za-z0-9]$/.test(name), () => 'Trail name must end with a letter or number.'],
  [
    (name) => !/^[A-Za-z0-9._-]+$/.test(name),
    () =>
      'Trail name can only contain uppercase letters, lowercase letters, numbers, periods (.), hyphens (-), and underscores (_).',
  ],
  [
    (name) => /[._-]{2}/.test(name),
    () => 'Trail name must not have adjacent periods, underscores or dashes.',
  ],
  [(name) => IP_ADDRESS.test(name), () => 'Trail name must not be formatted as an IP address.'],
];

/** @throws ServiceError `InvalidTrailNameException` */
export function checkTrailName(name: string): void {
  const broken = rules.find(([isBroken]) => isBroken(name));
  if (broken) throw new ServiceError('InvalidTrailNameException', broken[1](name));
}

export const trailArnOf = (name: string, { partition, region, accountId }: Call): string =>
  `arn:${partition}:cloudtrail:${region}:${accountId}:trail/${name}`;

/**
 * The ARN meant by a name or an ARN. A bare name means the trail of that name whose home is the call's Region.
 * @throws ServiceError `InvalidTrailNameException`, `CloudTrailARNInvalidException`
 */
export function resolveTrailArn(nameOrArn: string | undefined, call: Call): string {
  if (!nameOrArn?.startsWith('arn:')) {
    checkTrailName(nameOrArn ?? '');
    return trailArnOf(nameOrArn ?? '', call);
  }
  const [, partition, region, , name] = ARN.exec(nameOrArn) ?? [];
  if (!region || !name || partition !== call.partition) throw invalidArn(nameOrArn);
  checkTrailName(name);
  return nameOrArn;
}

/** The account that a trail's ARN names. */
export const accountOfTrailArn = (arn: string): string | undefined => ARN.exec(arn)?.[3];

/** The home Region that a trail's ARN names. */
export const regionOfTrailArn = (arn: string): string | undefined => ARN.exec(arn)?.[2];

export const invalidArn = (arn: string): ServiceError =>
  new ServiceError('CloudTrailARNInvalidException', `The ARN ${arn} is not a valid trail ARN.`);
