/** What AWS puts for a reference, at its longest. What is not named here is a name or an ARN of at most this length. */
const ANY_NAME = 130;
const REFERENCES: Readonly<Record<string, number>> = {
  'AWS::AccountId': 12,
  'AWS::Partition': 'aws-us-gov'.length,
  'AWS::Region': 'ap-southeast-1'.length,
  'AWS::URLSuffix': 'amazonaws.com.cn'.length,
  EncryptionKeyArn: 'arn:aws-us-gov:kms:ap-southeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    .length,
  // A role's, a queue's or a rule's ARN, with names of 64 and 80 characters.
  'FunctionRole.Arn': 102,
  'Queue.Arn': 130,
};

/** How many ARNs are taken to be given where a list is asked for. */
const LIST = ['BucketArns', 'KeyArns', 'TopicArns', 'LogGroupArns'];
const LISTED = 3;

type Argument = readonly unknown[];

/**
 * A part of a template as it may be deployed at its longest: each reference as a text of the length that AWS may give it, of two
 * ways the longer.
 */
export function longestDeployed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(longestDeployed).filter((item) => item !== null);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', null], ...others] = Object.entries(value);
  const resolve = others.length === 0 ? FUNCTIONS[name] : undefined;
  if (resolve) return resolve(argument as Argument);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, longestDeployed(member)]));
}

const text = (length: number) => 'x'.repeat(length);
const refer = (name: string) => text(REFERENCES[name] ?? ANY_NAME);
const lengthOf = (value: unknown) => JSON.stringify(value)?.length ?? 0;

const FUNCTIONS: Readonly<Record<string, (argument: Argument) => unknown>> = {
  Ref: (argument) => {
    const name = argument as unknown as string;
    if (name === 'AWS::NoValue') return null;
    return LIST.includes(name) ? Array.from({ length: LISTED }, () => text(100)) : refer(name);
  },
  'Fn::GetAtt': (argument) => refer(argument.join('.')),
  'Fn::If': ([, ...ways]) => {
    const [one, other] = ways.map(longestDeployed);
    return lengthOf(one) > lengthOf(other) ? one : other;
  },
  'Fn::Join': ([delimiter, parts]) => (longestDeployed(parts) as string[]).join(delimiter as string),
  'Fn::Split': ([delimiter, source]) => String(longestDeployed(source)).split(delimiter as string),
  // Of a name, what stands before its part; of an ARN, one of its parts.
  'Fn::Select': () => text(50),
  'Fn::Sub': (argument) => {
    const body = typeof argument === 'string' ? argument : String(argument[0]);
    return body.replace(/\$\{([\w:]+)\}/g, (_, name: string) => refer(name));
  },
};
