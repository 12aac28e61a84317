import { unsupported } from '../../endpoint/unsupported.ts';

/**
 * Reads a filter pattern for unstructured text: all plain terms, none after `-`, any of those after `?`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @throws ServiceError for regular expressions, which are not served
 */
export function textFilter(pattern: string): (message: string) => boolean {
  const terms = [...pattern.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(
    ([, sign = '', quoted, plain = '']) => ({ sign, text: quoted?.replace(/\\(.)/g, '$1') ?? plain }),
  );
  if (terms.some(({ text }) => /^%.*%$/.test(text))) {
    throw unsupported('regular expressions in filter patterns');
  }
  const textsOf = (wanted: string) => terms.filter(({ sign }) => sign === wanted).map(({ text }) => text);
  const [all, none, any] = [textsOf(''), textsOf('-'), textsOf('?')];
  return (message) =>
    all.every((text) => message.includes(text)) &&
    !none.some((text) => message.includes(text)) &&
    // Next to a term that must occur, optional terms decide nothing.
    (any.length === 0 || all.length > 0 || any.some((text) => message.includes(text)));
}
