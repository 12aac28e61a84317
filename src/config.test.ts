import { describe, expect, it } from 'vitest';
import { type Environment, readConfig, serviceEndpoint } from './config.ts';

const GOOD = {
  AWS_REGION: 'eu-central-1',
  TRAILKEEPER_ACCOUNT_ID: '111122223333',
  TRAILKEEPER_PARTITION: 'aws',
  TRAILKEEPER_MODE: 'restore',
  TRAILKEEPER_RESTORE_SCOPE: 'trail',
  TRAILKEEPER_APPROVED_PRINCIPALS: 'arn:aws:iam::111122223333:role/operator, AROAEXAMPLEEXAMPLE12',
  TRAILKEEPER_TRAILS: 'main,arn:aws:cloudtrail:eu-central-1:111122223333:trail/spare',
  TRAILKEEPER_SWEEP_MINUTES: '5',
  TRAILKEEPER_NOTIFY_ON: 'all',
  TRAILKEEPER_NOTIFY_ATTEMPTS: 'true',
  TRAILKEEPER_ROLE_ARN: 'arn:aws:iam::111122223333:role/trailkeeper',
  TRAILKEEPER_TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:alerts',
  TRAILKEEPER_LEDGER_TABLE: 'ledger',
  TRAILKEEPER_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/111122223333/queue',
  TRAILKEEPER_DEAD_LETTER_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/111122223333/dead-letters',
  TRAILKEEPER_IMPORT_FINDINGS: 'false',
  TRAILKEEPER_NOTE_ON_FINDINGS: 'true',
  TRAILKEEPER_STACK_ID: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/trailkeeper/1',
};

describe('settings', () => {
  it('are read from the environment', () => {
    expect(readConfig(GOOD).settings).toMatchObject({
      mode: 'restore',
      trails: ['main', 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/spare'],
      sweepMinutes: 5,
      notifyOnAttempts: true,
      restoreScope: 'trail',
      approvedPrincipals: ['arn:aws:iam::111122223333:role/operator', 'AROAEXAMPLEEXAMPLE12'],
    });
  });

  it('say what Security Hub is told', () => {
    expect(readConfig(GOOD)).toMatchObject({ importFindings: false, noteOnFindings: true });
  });

  it('keep incidents for a year unless told otherwise, as settings of an earlier release say nothing of it', () => {
    expect(readConfig(GOOD).incidentDays).toBe(365);
    expect(readConfig({ ...GOOD, TRAILKEEPER_INCIDENT_DAYS: '30' }).incidentDays).toBe(30);
    expect(() => readConfig({ ...GOOD, TRAILKEEPER_INCIDENT_DAYS: 'ever' })).toThrow('whole number of days');
  });

  it('guard every trail when none is named', () => {
    expect(readConfig({ ...GOOD, TRAILKEEPER_TRAILS: '' }).settings.trails).toEqual([]);
  });

  it('are refused with every mistake named at once', () => {
    const { TRAILKEEPER_TOPIC_ARN: _, ...rest } = GOOD;
    const wrong = {
      ...rest,
      TRAILKEEPER_MODE: 'watch',
      TRAILKEEPER_APPROVED_PRINCIPALS: 'jane',
      TRAILKEEPER_SWEEP_MINUTES: 'often',
      TRAILKEEPER_TRIALS: 'main',
    };
    expect(() => readConfig(wrong)).toThrow(
      'TRAILKEEPER_MODE is "watch", must be one of restore, notify; TRAILKEEPER_TOPIC_ARN is missing; ' +
        'TRAILKEEPER_SWEEP_MINUTES is not a whole number of minutes; ' +
        'TRAILKEEPER_APPROVED_PRINCIPALS: "jane" is no ARN of a role or user, and no unique id; TRAILKEEPER_TRIALS is not a setting of trailkeeper.',
    );
  });
});

describe('the address of a service', () => {
  const { settings } = readConfig(GOOD);
  const addressOf = (environment: Environment, service: 'cloudtrail' | 'ssm' = 'cloudtrail') =>
    serviceEndpoint(service, settings, environment).href;

  it('is the Region’s own', () => {
    expect(addressOf({})).toBe('https://cloudtrail.eu-central-1.amazonaws.com/');
    expect(addressOf({}, 'ssm')).toBe('https://ssm.eu-central-1.amazonaws.com/');
  });

  it('lies under the partition’s own domain', () => {
    const china = { partition: 'aws-cn', region: 'cn-north-1' };
    expect(serviceEndpoint('cloudtrail', china, {}).host).toBe('cloudtrail.cn-north-1.amazonaws.com.cn');
  });

  it('is taken from the SDK’s own setting where that is set, the service’s before the one for all', () => {
    const environment = {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4580',
      AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:4581',
    };
    expect(addressOf(environment)).toBe('http://127.0.0.1:4580/');
    expect(addressOf(environment, 'ssm')).toBe('http://127.0.0.1:4581/');
  });
});
