import * as published from '@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js';
import { describe, expect, test } from 'vitest';
import { ec2 } from './ec2-schemas.ts';
import { ec2QueryName } from './protocols/ec2-query.ts';
import { requiredMembersOf, type Schema, traitsOf } from './schemas.ts';
import { modelOf, type OperationModel } from './service-model.ts';

const facts = { protocols: ['ec2-query' as const], target: '', missingParameter: '' };
const ours = modelOf('ec2', ec2, facts).operations;
const theirs = modelOf('ec2', published, facts).operations;

/** What travels: under which names, of which types. @param like of what the other schema knows alone */
function wireOf(schema: Schema, like: Schema = schema): unknown {
  if (schema.isListSchema()) {
    const element = schema.getValueSchema();
    return [traitsOf(element).xmlName, wireOf(element, like.getValueSchema())];
  }
  if (!schema.isStructSchema()) return typeOf(schema);
  const known = new Map(like.structIterator());
  const members = [...schema.structIterator()].flatMap(([name, member]) => {
    const other = known.get(name);
    const wire = [traitsOf(member).xmlName ?? name, ec2QueryName(member, name)];
    return other ? [[name, [...wire, wireOf(member, other)]]] : [];
  });
  return Object.fromEntries(members);
}

function typeOf(schema: Schema): string {
  if (schema.isTimestampSchema()) return 'date';
  if (schema.isBooleanSchema()) return 'boolean';
  return schema.isNumericSchema() ? 'number' : 'text';
}

const theirsOf = (name: string) => theirs.get(name) as OperationModel;

describe.each([...ours.values()])('$name is written as EC2’s client has it:', ({ name, input, output }) => {
  test('all that it takes', () => {
    expect(wireOf(input)).toEqual(wireOf(theirsOf(name).input));
    expect(requiredMembersOf(input)).toEqual(requiredMembersOf(theirsOf(name).input));
  });

  test('what of its answer is given here', () => {
    expect(wireOf(output)).toEqual(wireOf(theirsOf(name).output, output));
  });
});
