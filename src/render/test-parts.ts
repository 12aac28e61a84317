import type { Actor } from '../domain/actor.ts';
import {
  type BaselineVersion,
  type GuardIdentity,
  REPORT_SCHEMA,
  type ReportedCall,
} from '../domain/telling/report.ts';

/** What reports for tests are made of. */

export const guard: GuardIdentity = {
  accountId: '111122223333',
  region: 'eu-central-1',
  partition: 'aws',
  mode: 'restore',
  sweepMinutes: 5,
};

export const header = { schema: REPORT_SCHEMA, at: '2026-11-20T21:14:08.120Z', guard } as const;

export const trail = {
  name: 'main',
  arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
  homeRegion: 'eu-central-1',
};

const mallory: Actor = {
  kind: 'iam-user',
  name: 'mallory',
  arn: 'arn:aws:iam::111122223333:user/mallory',
  accountId: '111122223333',
  roleArn: null,
  isCrossAccount: false,
  isConsole: false,
};

export const session: Actor = {
  ...mallory,
  kind: 'assumed-role',
  name: 'OrganizationAccountAccessRole/jane.doe@example.com',
  arn: 'arn:aws:sts::111122223333:assumed-role/OrganizationAccountAccessRole/jane.doe@example.com',
  accountId: '444455556666',
  roleArn: 'arn:aws:iam::111122223333:role/OrganizationAccountAccessRole',
  isCrossAccount: true,
};

export const root: Actor = {
  ...mallory,
  kind: 'root',
  name: 'root',
  arn: 'arn:aws:iam::111122223333:root',
  isConsole: true,
};

export const stopLogging: ReportedCall = {
  eventId: '3038ebd2-c98a-4c65-9b6e-e22506292313',
  eventName: 'StopLogging',
  at: '2026-11-20T21:14:05.000Z',
  region: 'eu-central-1',
  actor: mallory,
  sourceIp: '198.51.100.7',
  userAgent: 'aws-cli/2.31.1 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13.7',
  error: null,
  trailAsRecorded: 'main',
  done: 'stopped logging',
  techniqueId: 'cloudtrail.stop-logging',
  severity: 'critical',
  evidence: null,
  isGuardsOwn: false,
  record: { eventName: 'StopLogging', requestParameters: { name: 'main' } },
};

export const startLogging: ReportedCall = {
  ...stopLogging,
  eventId: '7a1f0c9e-52f4-4f2f-8f0a-0d9c2b7e1a11',
  eventName: 'StartLogging',
  at: '2026-11-20T21:14:07.000Z',
  actor: { ...session, name: 'trailkeeper-role/trailkeeper' },
  done: 'started logging',
  techniqueId: null,
  severity: 'info',
  isGuardsOwn: true,
};

export const jane = 'arn:aws:sts::111122223333:assumed-role/TrailOwner/jane';

export const baseline: BaselineVersion = {
  version: 3,
  approval: { how: 'approve', at: '2026-11-02T09:30:00.000Z', by: jane, reason: null },
};
