import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { guardduty } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('guardduty', operation, input);

beforeEach(() => {
  aws = testWorld(guardduty, events);
});

const createDetector = async () =>
  ((await send('CreateDetector', { Enable: true })) as { DetectorId: string }).DetectorId;

describe('GuardDuty', () => {
  test('has one detector in a Region', async () => {
    const DetectorId = await createDetector();
    await expect(createDetector()).rejects.toMatchObject({ code: 'BadRequestException' });
    expect(await send('ListDetectors')).toEqual({ DetectorIds: [DetectorId] });
    expect(await send('GetDetector', { DetectorId })).toMatchObject({ Status: 'ENABLED' });
    await send('DeleteDetector', { DetectorId });
    expect(await send('ListDetectors')).toEqual({ DetectorIds: [] });
    await expect(send('GetDetector', { DetectorId })).rejects.toMatchObject({ code: 'BadRequestException' });
  });

  test('sends sample findings as events that say they are samples, although no trail logs', async () => {
    const arrived: Readonly<Record<string, unknown>>[] = [];
    aws.world.on('matched', ({ event }) => arrived.push(event));
    await aws.send('events', 'PutRule', {
      Name: 'findings',
      EventPattern: '{"source":["aws.guardduty"],"detail":{"type":[{"prefix":"Stealth:"}]}}',
    });
    await send('CreateSampleFindings', { DetectorId: await createDetector() });
    await aws.clock.advance(0);
    expect(arrived).toMatchObject([
      {
        'detail-type': 'GuardDuty Finding',
        detail: {
          type: 'Stealth:IAMUser/CloudTrailLoggingDisabled',
          severity: 2,
          title: expect.stringMatching(/^\[SAMPLE\] AWS CloudTrail trail \S+ was disabled\.$/),
          resource: { accessKeyDetails: { userName: 'GeneratedFindingUserName', userType: 'IAMUser' } },
          service: {
            action: {
              actionType: 'AWS_API_CALL',
              awsApiCallAction: {
                api: 'StopLogging',
                serviceName: 'cloudtrail.amazonaws.com',
                remoteIpDetails: { ipAddressV4: '198.51.100.0' },
              },
            },
            additionalInfo: { sample: true, type: 'default' },
          },
        },
      },
    ]);
  });

  test('keeps findings for reading, and refuses types it has no sample of', async () => {
    const DetectorId = await createDetector();
    const type = 'DefenseEvasion:IAMUser/AnomalousBehavior';
    await send('CreateSampleFindings', { DetectorId });
    const listed = await send('ListFindings', {
      DetectorId,
      FindingCriteria: { Criterion: { type: { Equals: [type] } } },
    });
    const { FindingIds } = listed as { FindingIds: string[] };
    expect(await send('GetFindings', { DetectorId, FindingIds })).toMatchObject({
      Findings: [{ Type: type }],
    });
    await expect(
      send('CreateSampleFindings', { DetectorId, FindingTypes: ['Recon:EC2/Portscan'] }),
    ).rejects.toThrow(/Recon:EC2\/Portscan/);
  });
});
