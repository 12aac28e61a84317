import type { InputTransformer } from '@aws-sdk/client-eventbridge';
import { jsonSelector, SELECTOR } from '../logs/json-selector.ts';
import type { BusEvent } from './bus-event.ts';
import { invalidParameter } from './events-error.ts';
import type { Rule } from './store.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
const MOST_PATHS = 100;
const LONGEST_TEMPLATE = 8192;
const VARIABLE = /<([\w.-]+)>/g;

export const isEventPath = (path: string): boolean => {
  SELECTOR.lastIndex = 0;
  return SELECTOR.exec(path)?.[0] === path;
};

export const valueAt = (path: string, event: BusEvent): unknown => jsonSelector(path)(event)[0];

/** @throws ServiceError `ValidationException` */
export function checkTransformer({
  InputPathsMap = {},
  InputTemplate: template = '',
}: InputTransformer): void {
  const paths = Object.entries(InputPathsMap);
  const bad = paths.find(([name, path]) => /^aws\./i.test(name) || !(path === '$' || isEventPath(path)));
  if (bad || paths.length > MOST_PATHS)
    throw invalidParameter('InputPathsMap', 'It has a path that is none.');
  if (template === '' || template.length > LONGEST_TEMPLATE) {
    throw invalidParameter('InputTemplate', `It must have 1 to ${LONGEST_TEMPLATE} characters.`);
  }
  const unknown = [...template.matchAll(VARIABLE)].find(
    ([, name = '']) => !(name in InputPathsMap) && !name.startsWith('aws.events.'),
  );
  if (unknown) throw invalidParameter('InputTemplate', `${unknown[0]} is not in the InputPathsMap.`);
}

/** A variable inside quotes is put in as text, elsewhere as JSON. What the event lacks is put in as nothing. */
export function transformed(
  { InputPathsMap = {}, InputTemplate: template = '' }: InputTransformer,
  event: BusEvent,
  rule: Rule,
): string {
  return template.replace(VARIABLE, (_, name: string, offset: number) => {
    const path = InputPathsMap[name] ?? '';
    const value = name.startsWith('aws.')
      ? ownValue(name, event, rule)
      : path === '$'
        ? event
        : valueAt(path, event);
    if (value === undefined) return '';
    const isQuoted = quotesBefore(template.slice(0, offset)) % 2 === 1;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return isQuoted ? text.replace(/["\\]/g, '\\$&') : JSON.stringify(value);
  });
}

const quotesBefore = (text: string) => (text.match(/(?<!\\)"/g) ?? []).length;

function ownValue(name: string, event: BusEvent, rule: Rule): unknown {
  if (name === 'aws.events.rule-arn') return rule.arn;
  if (name === 'aws.events.rule-name') return rule.name;
  return name === 'aws.events.event.ingestion-time' ? event.time : event;
}
