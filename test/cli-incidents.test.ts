import { CloudTrailClient, UpdateTrailCommand, type UpdateTrailRequest } from '@aws-sdk/client-cloudtrail';
import { CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateTopicCommand, DeleteTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallAws } from '../src/aws/call-aws.ts';
import { describeIncident } from '../src/cli/incidents/describe-incident.ts';
import { gapCsv } from '../src/cli/incidents/gap-csv.ts';
import { gapLines, incidentShowLines } from '../src/cli/incidents/incident-lines.ts';
import { incidentLines, incidentsCsv } from '../src/cli/incidents/list.ts';
import { readDark } from '../src/cli/incidents/read-dark.ts';
import { readEpisode, readEpisodes } from '../src/cli/incidents/read-episodes.ts';
import { readGapDocument } from '../src/cli/incidents/say-gap.ts';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { REGION } from '../src/local/run/start.ts';
import { clientConfig, stopLogging } from './guarded-account.ts';
import { episode, type LiveAccount, liveAccount, remember } from './live-account.ts';

let aws: LiveAccount | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
  aws = undefined;
});

const ELSEWHERE = 'ap-southeast-2';

const NOW = Date.parse('2026-11-21T10:00:00Z');

describe('incidents', () => {
  it('are read from the guard’s ledger, the newest first, and nonsense in it is passed over', async () => {
    aws = await liveAccount();
    const later = episode({ id: 'main-20261121T100000Z', openedAt: '2026-11-21T10:00:00.000Z' });
    for (const value of [episode(), later, { schema: 'trailkeeper.incident/1', id: 'half' }, null]) {
      await remember(aws, 'episode', value?.id ?? 'none', value);
    }
    const live = await aws.connect();
    expect((await readEpisodes(live)).map(({ id }) => id)).toEqual([later.id, episode().id]);
    expect(await readEpisode(later.id, live)).toEqual(later);
    await expect(readEpisode('bogus', live)).rejects.toThrow(/no incident "bogus".*incidents list/);
  });

  it('are nowhere without a guard, and that is said', async () => {
    aws = await liveAccount(null);
    await expect(readEpisodes(await aws.connect())).rejects.toThrow(/no stack trailkeeper/);
  });

  it('are a line each: what, who and how long it was dark', () => {
    const [, line = ''] = incidentLines([describeIncident(episode(), NOW)], 1);
    expect(line).toMatch(/^main-20261121T090000Z +lit +2 s +cloudtrail\.stop-logging +mallory$/);
  });

  it('call a trail impaired that still records something', () => {
    const impaired = episode({ state: 'dark', dark: [], weakened: episode().dark });
    const [, line = ''] = incidentLines([describeIncident(impaired, NOW)], 1);
    expect(line).toMatch(/^main-20261121T090000Z +impaired +not dark /);
    expect(incidentShowLines(impaired, NOW)[0]).toBe('main-20261121T090000Z  impaired');
  });

  it('go on counting the dark while it lasts', () => {
    const dark = [{ from: '2026-11-21T09:30:00.000Z', until: null, forMs: null }];
    expect(describeIncident(episode({ dark }), NOW).darkForMs).toBe(30 * 60_000);
  });

  it('say when there are older ones than are shown', () => {
    expect(incidentLines([describeIncident(episode(), NOW)], 3).at(-1)).toMatch(/2 older: --limit 3/);
  });

  it('go into a spreadsheet, where nothing of them is a formula', () => {
    const csv = incidentsCsv([describeIncident(episode({ principals: ['=HYPERLINK("http://evil")'] }), NOW)]);
    expect(csv.split('\r\n')[1]).toMatch(/,2,,cloudtrail\.stop-logging,"'=HYPERLINK\(""http:\/\/evil""\)"$/);
  });

  it('show nothing on a terminal that acts on it', () => {
    const hostile = episode({ principals: ['\u001b[2Jroot\r\n'], id: 'main\u009b31m' });
    const text = [...incidentShowLines(hostile, NOW), ...incidentLines([describeIncident(hostile, NOW)], 1)];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(text.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('what happened in the dark', () => {
  /** A stopped trail, and what somebody did meanwhile. */
  async function darkAccount(fields: Partial<UpdateTrailRequest> = {}) {
    const account = await liveAccount();
    aws = account;
    await new CloudTrailClient(clientConfig(account)).send(
      new UpdateTrailCommand({ Name: TRAIL_ARN, IsMultiRegionTrail: true, ...fields }),
    );
    const from = new Date().toISOString();
    await stopLogging(account);
    await new IAMClient(clientConfig(account)).send(new CreateUserCommand({ UserName: 'backdoor' }));
    const sns = new SNSClient({ ...clientConfig(account), region: ELSEWHERE });
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'alerts' }));
    await sns.send(new DeleteTopicCommand({ TopicArn }));
    const dark = [{ from, until: null, forMs: null }];
    return { live: await account.connect(), incident: episode({ dark }) };
  }

  it('is read from event history of every Region that the account can use, summed up, and each record kept', async () => {
    const { live, incident } = await darkAccount();
    const { regions, summary, records, isCut } = await readGapDocument(incident, live, { atMost: 1_000 });
    expect(regions.slice(0, 2)).toEqual([REGION, 'us-east-1']);
    expect(regions).toEqual(expect.arrayContaining([ELSEWHERE, 'sa-east-1']));
    expect(isCut).toBe(false);
    expect(summary.notable.map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['StopLogging', 'CreateUser', 'DeleteTopic']),
    );
    expect(records.map(({ region, record }) => `${region} ${record.eventName}`)).toEqual(
      expect.arrayContaining([`${REGION} StopLogging`, 'us-east-1 CreateUser', `${ELSEWHERE} DeleteTopic`]),
    );
  });

  it('is read of a trail that only recorded less, too', async () => {
    const { live, incident } = await darkAccount();
    const weakened = { ...incident, dark: [], weakened: incident.dark };
    const { isDark, summary } = await readGapDocument(weakened, live, { atMost: 1_000 });
    expect(isDark).toBe(false);
    expect(summary.notable.map(({ eventName }) => eventName)).toContain('CreateUser');
  });

  it('is read of the Regions that are named, and of no others', async () => {
    const { live, incident } = await darkAccount();
    const { regions, records } = await readGapDocument(incident, live, {
      atMost: 1_000,
      regions: ['us-east-1'],
    });
    expect(regions).toEqual(['us-east-1']);
    expect(new Set(records.map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  });

  it('is read of the home Region and IAM’s when the trail is one of its home Region alone', async () => {
    const { live, incident } = await darkAccount({ IsMultiRegionTrail: false });
    const { regions } = await readGapDocument(incident, live, { atMost: 1_000 });
    expect(regions).toEqual([REGION, 'us-east-1']);
  });

  it('names the Regions that a policy of the organization keeps closed, and reads the others', async () => {
    const { live, incident } = await darkAccount();
    const callAws: CallAws = async (call) => {
      if (call.region === ELSEWHERE) throw new Error('explicit deny in a service control policy');
      return live.callAws(call);
    };
    const closed = { ...live, callAws };
    const { regions, summary } = await readGapDocument(incident, closed, { atMost: 1_000 });
    expect(regions).not.toContain(ELSEWHERE);
    expect(summary.unread).toEqual([
      { region: ELSEWHERE, reason: 'Error: explicit deny in a service control policy' },
    ]);
    expect(gapLines(summary).join('\n')).toMatch(/not read\s+ap-southeast-2: Error: explicit deny/);
  });

  it('is cut where it was asked to be, and says so', async () => {
    const { live, incident } = await darkAccount();
    const { records, isCut } = await readGapDocument(incident, live, { atMost: 1 });
    expect([records.length, isCut]).toEqual([1, true]);
  });

  it('is read to its end although one answer holds no more than so much', async () => {
    const bulk = 'x'.repeat(1_500_000);
    const events = Array.from({ length: 7 }, (_, index) => ({
      eventID: `e${index}`,
      eventTime: new Date(NOW - index * 60_000).toISOString(),
      bulk,
    }));
    const { records, isCut } = await readDark(
      async ({ input }) => {
        const until = (input.EndTime as Date).getTime();
        const since = events.filter(({ eventTime }) => Date.parse(eventTime) <= until);
        return { Events: since.map((event) => ({ CloudTrailEvent: JSON.stringify(event) })) };
      },
      { region: REGION, partition: 'aws' },
      {
        intervals: [{ from: new Date(NOW - 3_600_000).toISOString(), until: null, forMs: null }],
        regions: [REGION],
        atMost: 100,
        now: NOW,
        tell: () => {},
      },
    );
    expect(records.map(({ record }) => record.eventID)).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
    expect(isCut).toBe(false);
  });

  it('is a row a record, with the technique that it shows', () => {
    const record = {
      eventID: 'e1',
      eventName: 'StopLogging',
      eventSource: 'cloudtrail.amazonaws.com',
      eventTime: '2026-11-21T09:00:00Z',
      awsRegion: REGION,
      recipientAccountId: '111122223333',
      readOnly: false,
      userAgent: '=cmd|calc',
      requestParameters: { name: 'main' },
      userIdentity: { type: 'IAMUser', userName: 'mallory', arn: 'arn:aws:iam::111122223333:user/mallory' },
    };
    const [, row = ''] = gapCsv([{ region: REGION, record }]).split('\r\n');
    expect(row).toContain('user/mallory');
    expect(row).toContain('"\'=cmd|calc"');
    expect(row).toMatch(/cloudtrail\.stop-logging,e1$/);
  });
});
