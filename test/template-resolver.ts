type Json = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not
  readonly Properties: any;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, Json & { readonly Default?: string | number }>>;
  readonly Rules: Readonly<Record<string, { readonly Assertions: readonly { readonly Assert: unknown }[] }>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, Json>>;
}

/** Where the template is deployed to in tests. */
export const PLACE = {
  'AWS::AccountId': '111122223333',
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::StackId': 'arn:aws:cloudformation:eu-west-1:111122223333:stack/guard/1',
  'AWS::URLSuffix': 'amazonaws.com',
};

const NOTHING = Symbol('AWS::NoValue');

/**
 * A template as CloudFormation would deploy it: conditions decided, functions worked out. What only exists afterwards
 * stands as `<Queue>` or `<Queue.Arn>`. A resolver of the tests' own, so that no other reading of templates is trusted.
 */
export function resolveTemplate(
  template: Template,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, Resource>> {
  const { resolve, holds } = resolverOf(template, given);
  return Object.fromEntries(
    Object.entries(template.Resources)
      .filter(([, { Condition }]) => Condition === undefined || holds({ Condition }))
      .map(([name, resource]) => [name, resolve(resource) as Resource]),
  );
}

/** Whether the template's rules take these parameters. */
export function acceptsParameters(template: Template, given: Readonly<Record<string, string>>): boolean {
  const { holds } = resolverOf(template, given);
  return Object.values(template.Rules).every(({ Assertions }) =>
    Assertions.every(({ Assert }) => holds(Assert)),
  );
}

function resolverOf(template: Template, given: Readonly<Record<string, string>>) {
  const defaults = Object.entries(template.Parameters).map(([name, { Default }]) => [name, String(Default)]);
  const values = new Map<string, string>([
    ...(defaults as [string, string][]),
    ...Object.entries({ ...PLACE, ...given }),
  ]);

  const holds = (condition: unknown): boolean => {
    const [name = '', argument] = Object.entries(condition as Json)[0] ?? [];
    const operands = argument as readonly unknown[];
    switch (name) {
      case 'Condition':
        return holds(template.Conditions[argument as string]);
      case 'Fn::Equals':
        return String(resolve(operands[0])) === String(resolve(operands[1]));
      case 'Fn::Not':
        return !holds(operands[0]);
      case 'Fn::Or':
        return operands.some(holds);
      case 'Fn::And':
        return operands.every(holds);
      default:
        throw new Error(`no condition: ${name}`);
    }
  };

  const text = (value: unknown) => String(resolve(value));
  const items = (value: unknown) => resolve(value) as readonly string[];

  const functions: Readonly<Record<string, (argument: readonly unknown[]) => unknown>> = {
    Ref: (name) => {
      const key = name as unknown as string;
      if (key === 'AWS::NoValue') return NOTHING;
      const value = values.get(key) ?? `<${key}>`;
      return template.Parameters[key]?.Type === 'CommaDelimitedList' ? value.split(',') : value;
    },
    'Fn::GetAtt': ([resource, attribute]) => `<${resource}.${attribute}>`,
    'Fn::If': ([condition, yes, no]) => resolve(holds({ Condition: condition }) ? yes : no),
    'Fn::Join': ([delimiter, parts]) => items(parts).join(delimiter as string),
    'Fn::Split': ([delimiter, source]) => text(source).split(delimiter as string),
    'Fn::Select': ([index, list]) => {
      const selected = items(list)[Number(index)];
      if (selected === undefined) throw new Error(`Fn::Select finds nothing at ${index}`);
      return selected;
    },
    'Fn::Sub': (argument) => {
      const [body, own = {}] = (typeof argument === 'string' ? [argument] : argument) as [string, Json?];
      return body.replace(/\$\{([\w:]+)\}/g, (_, name) => text(name in own ? own[name] : { Ref: name }));
    },
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NOTHING);
    if (typeof value !== 'object' || value === null) return value;
    const [name = '', argument] = Object.entries(value)[0] ?? [];
    if (functions[name]) return functions[name](argument);
    if (name.startsWith('Fn::')) throw new Error(`the tests' resolver does not know ${name}`);
    const members = Object.entries(value).map(([key, member]) => [key, resolve(member)]);
    return Object.fromEntries(members.filter(([, member]) => member !== NOTHING));
  };

  return { resolve, holds };
}
