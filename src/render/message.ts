import type { Report } from '../domain/telling/report.ts';
import { bound } from './defang.ts';
import { renderMail } from './mail.ts';
import { renderSubject } from './subject.ts';

/** What SNS publishes: prose for people, the report for machines. */
export interface Message {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure: 'json';
}

/**
 * SNS takes 262,144 bytes. The rest is room for the envelope in which it hands the text on to a queue of the same
 * limit: quotes and backslashes are escaped once more there.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
const MAX_BYTES = 160_000;

interface Shortening {
  readonly shortened: string;
  /** Fields whose values have no bound of their own. */
  readonly emptied: readonly string[];
  readonly items: number;
  /** Of each text, in code points. */
  readonly characters: number;
}

/** Whole documents: a policy may be 20 KB long. */
const DOCUMENTS = ['record', 'expected', 'actual', 'before', 'after', 'input'];

/** The gentler first; the last always fits. A shortened report says which way it went. */
const SHORTENINGS: readonly Shortening[] = [
  { shortened: 'records-left-out', emptied: ['record'], items: Infinity, characters: Infinity },
  { shortened: 'lists-and-texts-cut', emptied: DOCUMENTS, items: 5, characters: 160 },
  { shortened: 'lists-and-texts-cut', emptied: DOCUMENTS, items: 3, characters: 100 },
];

/** The parameters of SNS's Publish for a report. Subscribers other than e-mail and SMS get the report itself, as JSON. */
export function renderMessage(report: Report): Message {
  const Subject = renderSubject(report);
  const people = { email: renderMail(report), sms: Subject };
  const write = (machines: string) => JSON.stringify({ default: machines, ...people });
  let Message = write(JSON.stringify(report));
  for (const way of SHORTENINGS) {
    if (Buffer.byteLength(Message) <= MAX_BYTES) break;
    Message = write(shorten(report, way));
  }
  return { Subject, Message, MessageStructure: 'json' };
}

const shorten = (report: Report, { shortened, emptied, items, characters }: Shortening) =>
  JSON.stringify({ ...report, shortened }, (field, value: unknown) => {
    if (emptied.includes(field)) return {};
    if (typeof value === 'string') return bound(value, characters);
    return Array.isArray(value) ? value.slice(0, items) : value;
  });
