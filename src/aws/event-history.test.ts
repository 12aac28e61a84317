import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../domain/json.ts';
import { makeEventHistory } from './event-history.ts';
import { testAws } from './test-aws.ts';

const QUERY = { region: 'eu-central-1', since: 0, until: 60_000, atMost: 100 };

const event = (eventID: string, more = '') => ({ CloudTrailEvent: JSON.stringify({ eventID, more }) });

/** A history that answers these pages in turn. */
function historyOf(...pages: readonly (readonly JsonObject[])[]) {
  const aws = testAws({
    LookupEvents: ({ NextToken = '0' }) => {
      const page = Number(NextToken);
      return { Events: pages[page], ...(page + 1 < pages.length && { NextToken: String(page + 1) }) };
    },
  });
  return { ...aws, history: makeEventHistory(aws.callAws, { region: 'eu-central-1', partition: 'aws' }) };
}

describe('event history', () => {
  it('is read to its last page, each with the same question', async () => {
    const { history, asked } = historyOf([event('c'), event('b')], [event('a')]);
    const attribute = { key: 'EventName', value: 'StopLogging' } as const;
    const { records, isCut } = await history.lookUp({ ...QUERY, attribute });
    expect(records.map(({ eventID }) => eventID)).toEqual(['c', 'b', 'a']);
    expect(isCut).toBe(false);
    const question = {
      StartTime: new Date(0),
      EndTime: new Date(60_000),
      MaxResults: 50,
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'StopLogging' }],
    };
    expect(asked.map(({ input }) => input)).toEqual([question, { ...question, NextToken: '1' }]);
  });

  it('ends after as many records as were asked for, and says so', async () => {
    const { history } = historyOf([event('c'), event('b')], [event('a')]);
    const page = await history.lookUp({ ...QUERY, atMost: 2 });
    expect(page).toMatchObject({ records: [{ eventID: 'c' }, { eventID: 'b' }], isCut: true });
  });

  it('that fits exactly is not cut', async () => {
    const { history } = historyOf([event('b'), event('a')]);
    expect((await history.lookUp({ ...QUERY, atMost: 2 })).isCut).toBe(false);
  });

  it('does not fill the memory with what somebody padded', async () => {
    const padded = Array.from({ length: 9 }, (_, index) => event(`${index}`, 'x'.repeat(1_000_000)));
    const { records, isCut } = await historyOf(padded).history.lookUp(QUERY);
    expect(records).toHaveLength(3);
    expect(isCut).toBe(true);
  });

  it('leaves out what is no record', async () => {
    const { history } = historyOf([{}, { CloudTrailEvent: '{' }, { CloudTrailEvent: '7' }, event('a')]);
    expect((await history.lookUp(QUERY)).records).toHaveLength(1);
  });

  it('finds an event by its id, or nothing', async () => {
    expect(await historyOf([event('a')]).history.findEvent('a', 'eu-central-1')).toMatchObject({
      eventID: 'a',
    });
    expect(await historyOf([]).history.findEvent('a', 'eu-central-1')).toBeNull();
  });
});
