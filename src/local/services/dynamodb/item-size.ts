import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './attribute-value.ts';
import { validation } from './validation.ts';

const LIMIT = 400 * 1024;

/** @throws ServiceError `ValidationException` for an item over 400 KB, names included. */
export function checkItemSize(item: Item): void {
  if (sizeOfMap(item) > LIMIT) throw validation('Item size has exceeded the maximum allowed size');
}

/** Bytes, as DynamoDB counts them. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export const sizeOfMap = (map: Item): number =>
  sum(Object.entries(map).map(([name, value]) => Buffer.byteLength(name) + sizeOf(value)));

function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return sizeOfNumber(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.SS) return sum(value.SS.map((member) => Buffer.byteLength(member)));
  if (value.NS) return sum(value.NS.map(sizeOfNumber));
  if (value.BS) return sum(value.BS.map((member) => member.length));
  if (value.L) return 3 + sum(value.L.map((member) => 1 + sizeOf(member)));
  if (value.M) return 3 + sizeOfMap(value.M) + Object.keys(value.M).length;
  return 1;
}

const sizeOfNumber = (text: string) => Math.ceil(text.replace(/[^\d]/g, '').length / 2) + 1;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
