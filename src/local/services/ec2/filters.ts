import type { Filter, Tag } from '@aws-sdk/client-ec2';
import { ServiceError } from '../../endpoint/service-error.ts';

/** What filters may ask of a thing: each by name, and `tag:KEY` of its tags. */
type Properties = Readonly<Record<string, string | undefined>>;

/**
 * Whether a thing has one of the values of every filter. `*` and `?` stand for any text and any character.
 * @throws ServiceError `InvalidParameterValue` for a filter that the thing does not know
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html
 */
export function passesFilters(
  filters: readonly Filter[] | undefined,
  properties: Properties,
  tags: readonly Tag[] = [],
): boolean {
  return (filters ?? []).every(({ Name = '', Values = [] }) => {
    const found = valuesOf(Name, properties, tags);
    return Values.some((wanted) => found.some((value) => isLike(value, wanted)));
  });
}

function valuesOf(name: string, properties: Properties, tags: readonly Tag[]): readonly string[] {
  if (name === 'tag-key') return tags.map(({ Key = '' }) => Key);
  if (name.startsWith('tag:')) {
    return tags.filter(({ Key }) => `tag:${Key}` === name).map(({ Value = '' }) => Value);
  }
  if (!(name in properties)) {
    throw new ServiceError('InvalidParameterValue', `The filter '${name}' is invalid`);
  }
  return [properties[name] ?? []].flat();
}

function isLike(value: string, wanted: string): boolean {
  const escaped = wanted.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(value);
}
