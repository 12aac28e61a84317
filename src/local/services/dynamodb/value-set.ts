import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonical } from './number.ts';

/** The members of a set value by a text that is the same for equal members. */
export interface ValueSet {
  readonly type: 'SS' | 'NS' | 'BS';
  readonly members: ReadonlyMap<string, string | Uint8Array>;
}

/** A set's members; undefined for what is no set. */
export function setOf({ SS, NS, BS }: AttributeValue): ValueSet | undefined {
  if (SS) return { type: 'SS', members: new Map(SS.map((member) => [JSON.stringify(member), member])) };
  if (NS) return { type: 'NS', members: new Map(NS.map((member) => [canonical(member), canonical(member)])) };
  if (BS) return { type: 'BS', members: new Map(BS.map((member) => [base64(member), member])) };
  return undefined;
}

/** A single value as the set that could hold it. */
export function asSingleton({ S, N, B }: AttributeValue): ValueSet | undefined {
  if (S !== undefined) return setOf({ SS: [S] });
  if (N !== undefined) return setOf({ NS: [N] });
  return B && setOf({ BS: [B] });
}

/** The set as a value; undefined when it is empty, as DynamoDB keeps no empty set. */
export function asValue({ type, members }: ValueSet): AttributeValue | undefined {
  if (members.size === 0) return undefined;
  const list = [...members.values()];
  if (type === 'BS') return { BS: list.filter((member) => typeof member !== 'string') };
  const texts = list.filter((member) => typeof member === 'string');
  return type === 'SS' ? { SS: texts } : { NS: texts };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
